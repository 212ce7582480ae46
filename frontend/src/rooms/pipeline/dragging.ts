import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useEffect, type RefObject } from 'react'
import type { Stage } from '@/i18n/labels'

const EDGE = 72
const FASTEST = 18

export function draggedClient(client: string, from: Stage) {
    return { client, from }
}

/** What is dragged, if it is a card of ours. */
export function asDragged(data: Record<string | symbol, unknown>) {
    return typeof data.client === 'string' ? { client: data.client, from: data.from as Stage } : undefined
}

/** Calls `onDrop` with the card and the column where it was let go. */
export function useDrops(onDrop: (client: string, stage: Stage) => void) {
    useEffect(
        () =>
            monitorForElements({
                onDrop: ({ source, location }) => {
                    const dragged = asDragged(source.data)
                    const stage = location.current.dropTargets[0]?.data.stage as Stage | undefined
                    if (dragged && stage && stage !== dragged.from) onDrop(dragged.client, stage)
                },
            }),
        [onDrop],
    )
}

/** Scrolls sideways while a card is held near an edge, the nearer the faster. */
export function useEdgeScroll(scroller: RefObject<HTMLElement | null>, isThere: boolean) {
    useEffect(() => {
        const element = scroller.current
        if (!element || !isThere) return
        let speed = 0
        let frame = 0
        const step = () => {
            element.scrollLeft += speed
            frame = speed === 0 ? 0 : requestAnimationFrame(step)
        }
        const stop = () => {
            speed = 0
        }
        const endMonitor = monitorForElements({
            onDrag: ({ location }) => {
                const { left, right } = element.getBoundingClientRect()
                const { clientX } = location.current.input
                const towardsEnd = Math.max(0, EDGE - (right - clientX))
                const towardsStart = Math.max(0, EDGE - (clientX - left))
                speed = (Math.min(EDGE, towardsEnd) - Math.min(EDGE, towardsStart)) * (FASTEST / EDGE)
                if (speed !== 0 && frame === 0) frame = requestAnimationFrame(step)
            },
            onDrop: stop,
        })
        return () => {
            cancelAnimationFrame(frame)
            endMonitor()
        }
    }, [scroller, isThere])
}
