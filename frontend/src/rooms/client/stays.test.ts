import { expect, it } from 'vitest'
import { byDay } from './days'
import { staysUntil } from './stays'

const HOUR = 3_600_000

it('counts the present stay until now', () => {
    const stay = { changedBy: 'x', changedByName: null }
    const stays = staysUntil(
        [
            { ...stay, stage: 'PROSPECT', enteredAt: '2026-03-01T00:00:00Z', leftAt: '2026-03-01T05:00:00Z' },
            { ...stay, stage: 'OPENING', enteredAt: '2026-03-01T05:00:00Z', leftAt: null },
        ],
        Date.parse('2026-03-03T05:00:00Z'),
    )
    expect(stays.map(({ length }) => length / HOUR)).toEqual([5, 48])
})

it('counts nothing when the clocks disagree', () => {
    const stay = { stage: 'PROSPECT' as const, changedBy: 'x', changedByName: null, leftAt: null }
    expect(
        staysUntil([{ ...stay, enteredAt: '2026-03-01T00:00:05Z' }], Date.parse('2026-03-01T00:00:00Z'))[0]
            ?.length,
    ).toBe(0)
})

it('groups by the reader’s day and keeps the order', () => {
    const items = ['2026-03-02T01:00:00Z', '2026-03-01T23:00:00Z', '2026-03-01T02:00:00Z'].map((at) => ({
        at,
    }))
    const inBuenosAires = (at: string) => new Date(Date.parse(at) - 3 * HOUR).toISOString().slice(0, 10)
    expect(byDay(items, inBuenosAires)).toEqual([
        ['2026-03-01', [items[0], items[1]]],
        ['2026-02-28', [items[2]]],
    ])
})
