import { describe, expect, it } from 'vitest'
import { formats } from './formats'

const spanish = formats('es-AR', 'America/Argentina/Buenos_Aires')
const english = formats('en', 'Europe/Madrid')

/** Intl separates with spaces that do not break. */
const plain = (text: string) => text.replace(/\s/g, ' ')

describe('formats', () => {
    it('write an instant in the reader’s zone', () => {
        expect(spanish.dateTime('2026-03-01T02:30:00Z')).toContain('28 feb 2026')
        expect(english.date('2026-03-01T23:30:00Z')).toBe('Mar 2, 2026')
    })

    it('write Spanish hours from 0 to 23', () => {
        const instant = '2026-03-01T18:05:09Z'
        expect(plain(spanish.dateTime(instant))).toBe('1 mar 2026, 15:05')
        expect(spanish.time(instant)).toBe('15:05:09')
        expect(plain(spanish.toTheSecond(instant))).toBe('1 mar, 15:05:09')
        expect(spanish.time('2026-03-01T03:00:00Z')).toBe('00:00:00')
        expect(plain(english.time(instant))).toBe('7:05:09 PM')
    })

    it('keep a day of the calendar in every zone', () => {
        expect(english.calendarDay('2026-03-01')).toBe('Mar 1, 2026')
        expect(spanish.dayAndMonth('2026-03-01')).toBe('1 mar')
    })

    it('write money with its currency and the language’s separators', () => {
        expect(plain(spanish.money('1234567.50', 'ARS'))).toBe('ARS 1.234.567,50')
        expect(plain(english.money('1234.5', 'USD'))).toBe('USD 1,234.50')
    })

    it('say how long ago in the largest unit that fits', () => {
        const now = Date.parse('2026-03-10T12:00:00Z')
        expect(spanish.ago('2026-03-10T11:59:40Z', now)).toBe('ahora')
        expect(spanish.ago('2026-03-10T09:00:00Z', now)).toBe('hace 3 horas')
        expect(english.ago('2026-03-07T12:00:00Z', now)).toBe('3 days ago')
    })

    it('count days by the midnights of the reader’s zone', () => {
        // In Buenos Aires it is 1:00 of the 10th, in Madrid 5:00.
        const now = Date.parse('2026-03-10T04:00:00Z')
        expect(spanish.daysSince('2026-03-10T03:00:00Z', now)).toBe(0)
        expect(spanish.daysSince('2026-03-10T02:59:00Z', now)).toBe(1)
        expect(english.daysSince('2026-03-10T02:59:00Z', now)).toBe(0)
        expect(spanish.daysSince('2026-03-08T02:59:00Z', now)).toBe(3)
        expect(spanish.daysSince('2026-03-11T12:00:00Z', now)).toBe(0)
    })

    it('count a day whose clock changes as one', () => {
        // Madrid, 29 March 2026: 23 hours.
        expect(english.daysSince('2026-03-28T22:30:00Z', Date.parse('2026-03-29T22:15:00Z'))).toBe(2)
        expect(english.daysSince('2026-03-28T23:30:00Z', Date.parse('2026-03-29T21:45:00Z'))).toBe(0)
    })

    it('say yesterday of yesterday only', () => {
        // 22:00 in Buenos Aires.
        const now = Date.parse('2026-03-11T01:00:00Z')
        expect(spanish.ago('2026-03-10T00:00:00Z', now)).toBe('ayer')
        expect(spanish.ago('2026-03-09T02:00:00Z', now)).toBe('anteayer')
        expect(spanish.ago('2026-03-10T23:00:00Z', now)).toBe('hace 2 horas')
        expect(spanish.ago('2026-03-13T02:00:00Z', now)).toBe('pasado mañana')
    })

    it('count days with at most one decimal', () => {
        expect(plain(spanish.days(12.46))).toBe('12,5 días')
        expect(plain(english.days(1))).toBe('1 day')
    })
})
