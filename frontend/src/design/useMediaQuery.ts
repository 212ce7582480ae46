import { useSyncExternalStore } from 'react'

const lists = new Map<string, MediaQueryList>()

/** Whether the window is as the query says, now and when it changes. */
export function useMediaQuery(query: string) {
    return useSyncExternalStore(
        (changed) => {
            const list = listOf(query)
            list.addEventListener('change', changed)
            return () => list.removeEventListener('change', changed)
        },
        () => listOf(query).matches,
    )
}

/** Parsed once: it is asked at every render. */
function listOf(query: string) {
    const list = lists.get(query) ?? window.matchMedia(query)
    lists.set(query, list)
    return list
}
