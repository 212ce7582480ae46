import { queryOptions } from '@tanstack/react-query'
import { answer, api } from './client'
import { hasStatus } from './problem'
import type { components } from './schema'

export type User = components['schemas']['UserView']
export type Role = User['role']

/** Who is signed in, or null. The cookie says so; no token is ever in reach of this code. */
export const sessionQuery = queryOptions({
    queryKey: ['session'],
    queryFn: async (): Promise<User | null> => {
        try {
            const session = await answer(api.GET('/api/v1/session'))
            return session.user
        } catch (error) {
            if (hasStatus(error, 401)) return null
            throw error
        }
    },
    staleTime: 5 * 60_000,
})

type Listener = () => void

/** Tells that an answer was 401 in the middle of work: whoever listens asks to sign in again, over the page. */
export const sessionEnded = {
    listeners: new Set<Listener>(),
    tell() {
        this.listeners.forEach((listener) => listener())
    },
    listen(listener: Listener) {
        this.listeners.add(listener)
        return () => void this.listeners.delete(listener)
    },
}

/** Signing out in one tab is signing out in all of them. */
export const tabs =
    typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('cactus.session')

export async function signOut(everywhere: boolean) {
    await answer(api.DELETE('/api/v1/session', { params: { query: { everywhere } } }))
    tabs?.postMessage('signed-out')
}

/** Nothing of this user stays: neither what the tab stored nor, by a page load in place of a navigation, what is in memory. */
export function leavePage() {
    sessionStorage.clear()
    window.location.assign('/sign-in')
}
