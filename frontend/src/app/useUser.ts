import { useSuspenseQuery } from '@tanstack/react-query'
import { sessionQuery, type User } from '@/api/session'

/** Who is signed in; only below the shell, where somebody is. */
export function useUser(): User {
    const { data } = useSuspenseQuery(sessionQuery)
    if (!data) throw new Error('Nobody is signed in')
    return data
}

/** COMPLIANCE looks and does not touch. */
export function useMayChangeClients() {
    return useUser().role !== 'COMPLIANCE'
}
