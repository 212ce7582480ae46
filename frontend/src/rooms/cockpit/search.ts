import * as v from 'valibot'

export const PERIODS = ['30d', '12w', '12m'] as const
export type Period = (typeof PERIODS)[number]

export const cockpitSearch = v.object({ period: v.fallback(v.optional(v.picklist(PERIODS)), undefined) })
