import type { Period } from './search'

/** First and last day of the period that ends on the day that it is in this time zone. */
export function daysOf(period: Period, timeZone: string, now = new Date()) {
    const to = dayIn(timeZone, now)
    const from = new Date(`${to}T00:00:00Z`)
    switch (period) {
        case '30d':
            from.setUTCDate(from.getUTCDate() - 29)
            break
        case '12w':
            from.setUTCDate(from.getUTCDate() - 12 * 7 + 1)
            break
        case '12m':
            // Of the eleven months before and this one.
            from.setUTCDate(1)
            from.setUTCMonth(from.getUTCMonth() - 11)
            break
    }
    return { from: from.toISOString().slice(0, 10), to }
}

/** Sweden writes dates as the services do. */
function dayIn(timeZone: string, instant: Date) {
    return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant)
}
