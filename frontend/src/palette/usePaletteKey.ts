import { useEffect, useRef } from 'react'

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The name of the key that goes with K. */
export function commandKey() {
    return isMac ? '⌘' : 'Ctrl'
}

/** Ctrl K, or ⌘ K on a Mac, from anywhere. */
export function usePaletteKey(open: () => void) {
    const latest = useRef(open)
    useEffect(() => {
        latest.current = open
    })
    useEffect(() => {
        const onKeyDown = (event: KeyboardEvent) => {
            if (
                event.key.toLowerCase() === 'k' &&
                (isMac ? event.metaKey : event.ctrlKey) &&
                !event.shiftKey &&
                !event.altKey
            ) {
                event.preventDefault()
                latest.current()
            }
        }
        window.addEventListener('keydown', onKeyDown)
        return () => window.removeEventListener('keydown', onKeyDown)
    }, [])
}
