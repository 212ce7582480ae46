import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '@/api/session'

export function browserTimeZone() {
    return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** The profile's, or else the browser's. */
export function useTimeZone() {
    const { data: user } = useQuery(sessionQuery)
    return user?.timeZone ?? browserTimeZone()
}
