import type { components } from '@/api/schema'

type StageStay = components['schemas']['StageStay']

/** With how many milliseconds each stay took; the present one until now. */
export function staysUntil(stays: StageStay[], now: number) {
    return stays.map((stay) => ({
        ...stay,
        length: Math.max(0, (stay.leftAt ? Date.parse(stay.leftAt) : now) - Date.parse(stay.enteredAt)),
    }))
}
