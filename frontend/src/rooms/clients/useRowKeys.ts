import { useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react'

interface Options {
    /** The current row. */
    index: number
    count: number
    /** Rows on one screen. */
    step: number
    go: (index: number) => void
    open: (newTab: boolean) => void
    scroller: RefObject<HTMLElement | null>
}

/** The arrow keys walk the rows; Enter opens the one they stand on. */
export function useRowKeys({ index, count, step, go, open, scroller }: Options) {
    const wanted = useRef<number>(undefined)
    useLayoutEffect(() => {
        if (wanted.current === undefined) return
        const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`)
        // A row that is on its way gets the focus when it comes.
        if (!row) return
        wanted.current = undefined
        row.focus({ preventScroll: true })
    })

    const focus = (to: number) => {
        wanted.current = Math.max(0, Math.min(count - 1, to))
        go(wanted.current)
    }

    const onKeyDown = (event: KeyboardEvent) => {
        const isRow = (event.target as Element).hasAttribute('data-row')
        if (!isRow || event.altKey) return
        const targets: Record<string, number> = {
            ArrowDown: index + 1,
            ArrowUp: index - 1,
            PageDown: index + step,
            PageUp: index - step,
            Home: 0,
            End: count - 1,
        }
        const to = targets[event.key]
        if (to !== undefined) {
            event.preventDefault()
            focus(to)
        } else if (event.key === 'Enter') {
            event.preventDefault()
            open(event.metaKey || event.ctrlKey)
        }
    }

    return { focus, onKeyDown }
}
