import { useRef, useState, type FocusEvent } from 'react'
import type { Client } from '@/rooms/clients/queries'

/**
 * While somebody points at a column or walks in it, cards that others bring wait above what is there, so that what is under
 * the pointer stays under it. The viewer's own moves, and more cards at the end, show at once.
 */
export function useHeldCards(items: Client[], isOwn: (id: string) => boolean) {
    const [held, setHeld] = useState<ReadonlySet<string>>()
    const reasons = useRef({ pointer: false, focus: false })
    const last = held ? items.findLastIndex(({ id }) => held.has(id)) : -1
    const shown =
        last < 0 ? items : items.filter(({ id }, index) => held?.has(id) || index > last || isOwn(id))

    const set = (reason: 'pointer' | 'focus', is: boolean) => {
        reasons.current[reason] = is
        if (reasons.current.pointer || reasons.current.focus)
            setHeld((before) => before ?? new Set(items.map(({ id }) => id)))
        else setHeld(undefined)
    }
    return {
        shown,
        waiting: items.length - shown.length,
        show: () => setHeld(new Set(items.map(({ id }) => id))),
        /** For the element of the column. */
        hold: {
            onPointerEnter: () => set('pointer', true),
            onPointerLeave: () => set('pointer', false),
            onFocus: () => set('focus', true),
            onBlur: (event: FocusEvent) => {
                if (!event.currentTarget.contains(event.relatedTarget)) set('focus', false)
            },
        },
    }
}
