import { useEffect, useRef } from 'react'

export interface Change {
    event: string
    subject: string
}

/** What changed, or that it was too much to tell. */
export type Changes = Change[] | 'everything'

const WINDOW = 120
const MOST = 20

type Listener = (changes: Changes) => void

/** Collects hints of what changed for a moment, so that a burst costs one answer and not a thousand requests. */
class ChangeFeed {
    private readonly listeners = new Set<Listener>()
    private waiting: Changes = []
    private timer: ReturnType<typeof setTimeout> | undefined

    add(change: Change | 'everything') {
        if (change === 'everything' || this.waiting === 'everything' || this.waiting.length >= MOST) {
            this.waiting = 'everything'
        } else if (
            !this.waiting.some((known) => known.subject === change.subject && known.event === change.event)
        ) {
            this.waiting.push(change)
        }
        this.timer ??= setTimeout(() => this.tell(), WINDOW)
    }

    listen(listener: Listener) {
        this.listeners.add(listener)
        return () => void this.listeners.delete(listener)
    }

    private tell() {
        const changes = this.waiting
        this.waiting = []
        this.timer = undefined
        this.listeners.forEach((listener) => listener(changes))
    }
}

export const changeFeed = new ChangeFeed()

/** Calls the handler with what changed on the server, in any browser, while the component is there. */
export function useChanges(handler: Listener) {
    const latest = useRef(handler)
    useEffect(() => {
        latest.current = handler
    })
    useEffect(() => changeFeed.listen((changes) => latest.current(changes)), [])
}
