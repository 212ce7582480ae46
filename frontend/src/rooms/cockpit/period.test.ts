import { expect, test } from 'vitest'
import { daysOf } from './period'

const NEW_YEAR_IN_LONDON = new Date('2026-01-01T01:30:00Z')

test.each([
    ['30d', '2025-12-02'],
    ['12w', '2025-10-09'],
    ['12m', '2025-01-01'],
] as const)('%s ends today where the viewer is', (period, from) => {
    expect(daysOf(period, 'America/Argentina/Buenos_Aires', NEW_YEAR_IN_LONDON)).toEqual({
        from,
        to: '2025-12-31',
    })
})

test('it is tomorrow elsewhere', () => {
    expect(daysOf('30d', 'Europe/London', NEW_YEAR_IN_LONDON)).toEqual({
        from: '2025-12-03',
        to: '2026-01-01',
    })
})

test('thirty days and twelve weeks have so many days', () => {
    const length = (period: '30d' | '12w') => {
        const { from, to } = daysOf(period, 'UTC', new Date('2026-03-31T12:00:00Z'))
        return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
    }
    expect(length('30d')).toBe(30)
    expect(length('12w')).toBe(84)
})

test('a year begins with the first of a month even on a 31st', () => {
    expect(daysOf('12m', 'UTC', new Date('2026-03-31T12:00:00Z')).from).toBe('2025-04-01')
})
