import { useEffect, useRef, useState } from 'react'

/**
 * Holds back what comes while the top of the list is out of sight, so that what is being read does not jump. `top` goes on
 * something just above the list.
 */
export function useHeld<T extends { id: string }>(items: T[]) {
    const top = useRef<HTMLDivElement>(null)
    const newest = useRef(items[0]?.id)
    const [heldAt, setHeldAt] = useState<string>()
    useEffect(() => {
        newest.current = items[0]?.id
    })
    useEffect(() => {
        const observer = new IntersectionObserver(([entry]) =>
            setHeldAt(entry?.isIntersecting ? undefined : newest.current),
        )
        if (top.current) observer.observe(top.current)
        return () => observer.disconnect()
    }, [])
    const shown = heldAt === undefined ? items : items.filter(({ id }) => id <= heldAt)
    return {
        top,
        shown,
        waiting: items.length - shown.length,
        release: () => {
            setHeldAt(undefined)
            top.current?.scrollIntoView({ block: 'center' })
        },
    }
}
