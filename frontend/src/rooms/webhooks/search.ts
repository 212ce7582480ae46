import * as v from 'valibot'

export const STATES = ['PENDING', 'DELIVERED', 'FAILED', 'CANCELLED'] as const

export const deliveriesSearch = v.object({
    state: v.fallback(v.optional(v.picklist(STATES)), undefined),
    /** The delivery that is open. */
    delivery: v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined),
})
