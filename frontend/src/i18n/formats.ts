import { useLingui } from '@lingui/react/macro'
import { useTimeZone } from './time-zone'

const SECOND = 1000
const DAY = 86_400 * SECOND
/** In days. */
const LONG_UNITS = [
    ['year', 365],
    ['month', 30],
    ['week', 7],
    ['day', 1],
] as const
/** In seconds, for what is less than a day ago. */
const SHORT_UNITS = [
    ['hour', 3_600],
    ['minute', 60],
] as const

const SPANS = [
    ['day', 86_400],
    ['hour', 3_600],
] as const

/** Making a formatter costs milliseconds on a phone, and most of them are not needed in a room. */
function once<Formatter>(make: () => Formatter) {
    let made: Formatter | undefined
    return () => (made ??= make())
}

/** Dates, numbers and money in the reader's language and time zone. */
export function formats(locale: string, timeZone: string) {
    // Argentina reads 15:05, whatever the browser's data say of es-AR. As an option beside the styles, it would change the date too.
    const withClock = locale.startsWith('es') ? `${locale}-u-hc-h23` : locale
    const date = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }))
    const dateTime = once(
        () => new Intl.DateTimeFormat(withClock, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
    )
    const time = once(() => new Intl.DateTimeFormat(withClock, { timeStyle: 'medium', timeZone }))
    const toTheSecond = once(
        () =>
            new Intl.DateTimeFormat(withClock, {
                day: 'numeric',
                month: 'short',
                hour: '2-digit',
                minute: '2-digit',
                second: '2-digit',
                timeZone,
            }),
    )
    // Sweden writes dates as the services do: 2026-03-01.
    const dayOfCalendar = once(() => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }))
    /** How many midnights of the reader's zone lie between; negative when the instant is still to come. */
    const daysUntil = (now: number, instant: string) => {
        const day = (time: number) => Date.parse(dayOfCalendar().format(time))
        return Math.round((day(Date.parse(instant)) - day(now)) / DAY)
    }
    // Days of the firm's calendar have no zone: read as UTC, they must be written as UTC.
    const dayAndMonth = once(
        () => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
    )
    const calendarDay = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }))
    const shortMonth = once(() => new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }))
    const monthAndYear = once(
        () => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
    )
    const number = once(() => new Intl.NumberFormat(locale))
    const signed = once(() => new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' }))
    const percent = once(() => new Intl.NumberFormat(locale, { style: 'percent' }))
    const oneDecimal = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }))
    const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'long' }))
    const day = once(
        () =>
            new Intl.NumberFormat(locale, {
                style: 'unit',
                unit: 'day',
                unitDisplay: 'long',
                maximumFractionDigits: 1,
            }),
    )
    const millisecond = once(
        () =>
            new Intl.NumberFormat(locale, {
                style: 'unit',
                unit: 'millisecond',
                unitDisplay: 'short',
                maximumFractionDigits: 1,
            }),
    )
    return {
        date: (instant: string) => date().format(new Date(instant)),
        dateTime: (instant: string) => dateTime().format(new Date(instant)),
        time: (instant: string) => time().format(new Date(instant)),
        /** For logs: without the year, with the second. */
        toTheSecond: (instant: string) => toTheSecond().format(new Date(instant)),
        /** Of a date without time, such as 2026-03-01. */
        calendarDay: (day: string) => calendarDay().format(new Date(day)),
        dayAndMonth: (day: string) => dayAndMonth().format(new Date(day)),
        shortMonth: (day: string) => shortMonth().format(new Date(day)),
        monthAndYear: (day: string) => monthAndYear().format(new Date(day)),
        number: (value: number) => number().format(value),
        /** With its sign, except nought. */
        signed: (value: number) => signed().format(value),
        /** Of a share, such as 0.25. */
        percent: (value: number) => percent().format(value),
        oneDecimal: (value: number) => oneDecimal().format(value),
        days: (value: number) => day().format(value),
        /** Whole days, or hours, or minutes: as much as matters of how long something took. */
        duration: (milliseconds: number) => {
            const seconds = Math.max(0, milliseconds / SECOND)
            const [unit, length] = SPANS.find(([, least]) => seconds >= least) ?? (['minute', 60] as const)
            const whole = Math.floor(seconds / length)
            return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(whole)
        },
        milliseconds: (value: number) => millisecond().format(value),
        /** A decimal string with its currency, as the services write money. */
        money: (amount: string, currency: string) =>
            new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code' }).format(
                Number(amount),
            ),
        /** Of the reader's calendar: what was late yesterday is one day ago, and what will be is none. */
        daysSince: (instant: string, now = Date.now()) => Math.max(0, -daysUntil(now, instant)),
        /** "3 hours ago"; below a minute, "now". From a day on, days are those of the calendar. */
        ago: (instant: string, now = Date.now()) => {
            const elapsed = Date.parse(instant) - now
            const isLong = Math.abs(elapsed) >= DAY
            const units = isLong ? LONG_UNITS : SHORT_UNITS
            const length = isLong ? daysUntil(now, instant) : Math.round(elapsed / SECOND)
            const unit = units.find(([, least]) => Math.abs(length) >= least)
            return unit
                ? relative().format(Math.trunc(length / unit[1]), unit[0])
                : relative().format(0, 'second')
        },
    }
}

export type Formats = ReturnType<typeof formats>

let latest: { locale: string; timeZone: string; formats: Formats } | undefined

/** The same for the whole page: it has one reader. */
function formatsOfReader(locale: string, timeZone: string) {
    if (latest?.locale !== locale || latest.timeZone !== timeZone) {
        latest = { locale, timeZone, formats: formats(locale, timeZone) }
    }
    return latest.formats
}

export function useFormats(): Formats {
    const { i18n } = useLingui()
    return formatsOfReader(i18n.locale, useTimeZone())
}
