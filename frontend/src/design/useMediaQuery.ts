import { useSyncExternalStore } from 'react'

/** Whether the window is as the query says, now and when it changes. */
export function useMediaQuery(query: string) {
    return useSyncExternalStore(
        (changed) => {
            const list = window.matchMedia(query)
            list.addEventListener('change', changed)
            return () => list.removeEventListener('change', changed)
        },
        () => window.matchMedia(query).matches,
    )
}
