import { useEffect, useRef, type RefObject } from 'react'

/** Ctrl Enter, or ⌘ Enter on a Mac, from any field of the form. */
export function useSaveKey(form: RefObject<HTMLElement | null>, save: () => void) {
    const latest = useRef(save)
    useEffect(() => {
        latest.current = save
    })
    useEffect(() => {
        const onKeyDown = (event: KeyboardEvent) => {
            const isOurs = event.target instanceof Node && form.current?.contains(event.target)
            if (isOurs && event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
                event.preventDefault()
                latest.current()
            }
        }
        // Before the field hears of it: some do something else with Enter.
        window.addEventListener('keydown', onKeyDown, { capture: true })
        return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
    }, [form])
}
