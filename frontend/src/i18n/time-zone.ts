import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '@/api/session'

let ofBrowser: string | undefined

/** Asked once: asking makes a formatter. */
export function browserTimeZone() {
    return (ofBrowser ??= Intl.DateTimeFormat().resolvedOptions().timeZone)
}

/** The profile's, or else the browser's. */
export function useTimeZone() {
    const { data: user } = useQuery(sessionQuery)
    return user?.timeZone ?? browserTimeZone()
}
