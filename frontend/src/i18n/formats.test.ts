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

    it('count days with at most one decimal', () => {
        expect(plain(spanish.days(12.46))).toBe('12,5 días')
        expect(plain(english.days(1))).toBe('1 day')
    })
})
