import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LiveSocket, type LiveMessage, type LiveState } from './socket'

/** The browser's side of a socket, moved by the test. */
class FakeWebSocket {
    static opened: FakeWebSocket[] = []
    onmessage: ((event: { data: string }) => void) | undefined
    onclose: (() => void) | undefined
    closed = false

    constructor(readonly url: URL) {
        FakeWebSocket.opened.push(this)
    }

    says(message: object) {
        this.onmessage?.({ data: JSON.stringify(message) })
    }

    close() {
        this.closed = true
        this.onclose?.()
    }
}

const last = () => {
    const socket = FakeWebSocket.opened.at(-1)
    if (!socket) throw new Error('No socket was opened')
    return socket
}

describe('LiveSocket', () => {
    const messages: LiveMessage[] = []
    const states: LiveState[] = []
    let socket: LiveSocket

    beforeEach(() => {
        vi.useFakeTimers()
        vi.stubGlobal('WebSocket', FakeWebSocket)
        vi.spyOn(Math, 'random').mockReturnValue(1)
        FakeWebSocket.opened = []
        messages.length = 0
        states.length = 0
        socket = new LiveSocket({
            url: () => '/ws/notifications?language=en',
            onMessage: (message) => messages.push(message),
            onState: (state) => states.push(state),
        })
        socket.start()
    })

    afterEach(() => {
        socket.stop()
        vi.unstubAllGlobals()
        vi.useRealTimers()
    })

    it('speaks WebSocket to the page’s own host', () => {
        expect(last().url.protocol).toBe('ws:')
        expect(last().url.pathname + last().url.search).toBe('/ws/notifications?language=en')
    })

    it('is live when the server has replayed what was missed', () => {
        expect(states).toEqual(['connecting'])
        last().says({ type: 'ready', unread: 3 })
        expect(states).toEqual(['connecting', 'live'])
        expect(messages).toEqual([{ type: 'ready', unread: 3 }])
    })

    it('resumes after the last notification it saw', () => {
        last().says({ type: 'ready', unread: 0 })
        last().says({ type: 'notification', notification: { id: 'n-7', title: 'Stage changed' } })
        last().close()
        vi.advanceTimersByTime(500)
        expect(FakeWebSocket.opened).toHaveLength(2)
        expect(last().url.searchParams.get('after')).toBe('n-7')
    })

    it('waits longer after each failure, up to 15 seconds', () => {
        const pauses: number[] = []
        for (let failure = 0; failure < 8; failure++) {
            const opened = FakeWebSocket.opened.length
            last().close()
            let waited = 0
            while (FakeWebSocket.opened.length === opened) {
                vi.advanceTimersByTime(100)
                waited += 100
            }
            pauses.push(waited)
        }
        expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000])
    })

    it('comes back at once when the network does', () => {
        window.dispatchEvent(new Event('offline'))
        expect(states.at(-1)).toBe('lost')
        window.dispatchEvent(new Event('online'))
        expect(FakeWebSocket.opened).toHaveLength(2)
    })

    it('ignores what only a newer version knows, and stays open', () => {
        last().says({ type: 'fireworks' })
        expect(messages).toEqual([])
        expect(last().closed).toBe(false)
    })

    it('does not come back once stopped', () => {
        socket.stop()
        vi.advanceTimersByTime(60_000)
        expect(FakeWebSocket.opened).toHaveLength(1)
    })
})
