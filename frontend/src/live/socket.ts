import type { components } from '@/api/schema'

export type Notification = components['schemas']['NotificationView']

/** What the server says on the socket. */
export type LiveMessage =
    | { type: 'notification'; notification: Notification }
    | { type: 'ready'; unread: number }
    | { type: 'resume_incomplete' }
    | { type: 'changed'; event: string; subject: string }
    | { type: 'changed_incomplete' }

/** OpenAPI has no words for it, so it is checked on arrival; undefined for a type that only a newer version knows. */
function read(text: string): LiveMessage | undefined {
    const said = JSON.parse(text) as Record<string, unknown> & { notification?: { id?: unknown } }
    const isWhole: Record<LiveMessage['type'], boolean> = {
        notification: typeof said.notification?.id === 'string',
        ready: typeof said.unread === 'number',
        resume_incomplete: true,
        changed: typeof said.event === 'string' && typeof said.subject === 'string',
        changed_incomplete: true,
    }
    return isWhole[said.type as LiveMessage['type']] ? (said as unknown as LiveMessage) : undefined
}

export type LiveState = 'connecting' | 'live' | 'lost'

const FIRST_PAUSE = 500
const LONGEST_PAUSE = 15_000

interface Options {
    url: () => string
    onMessage: (message: LiveMessage) => void
    onState: (state: LiveState) => void
}

/**
 * A WebSocket that comes back by itself: with growing, jittered pauses, and at once when the browser says that the network
 * returned. `after` in the URL makes the server replay what was missed meanwhile.
 */
export class LiveSocket {
    private socket: WebSocket | undefined
    private timer: ReturnType<typeof setTimeout> | undefined
    private failures = 0
    private stopped = false
    private last: string | undefined

    constructor(private readonly options: Options) {}

    start() {
        this.stopped = false
        window.addEventListener('online', this.now)
        window.addEventListener('offline', this.lost)
        document.addEventListener('visibilitychange', this.now)
        this.connect()
    }

    stop() {
        this.stopped = true
        clearTimeout(this.timer)
        window.removeEventListener('online', this.now)
        window.removeEventListener('offline', this.lost)
        document.removeEventListener('visibilitychange', this.now)
        this.socket?.close(1000)
    }

    /** The newest notification known from elsewhere, to resume after. */
    knows(id: string) {
        this.last ??= id
    }

    private connect() {
        clearTimeout(this.timer)
        this.options.onState(this.failures === 0 ? 'connecting' : 'lost')
        const url = new URL(this.options.url(), window.location.href)
        url.protocol = url.protocol.replace('http', 'ws')
        if (this.last) url.searchParams.set('after', this.last)
        const socket = new WebSocket(url)
        this.socket = socket
        socket.onmessage = ({ data }) => this.receive(String(data))
        socket.onclose = () => {
            if (this.socket === socket) this.closed()
        }
    }

    private receive(text: string) {
        const message = read(text)
        if (!message) return
        if (message.type === 'ready') {
            this.failures = 0
            this.options.onState('live')
        }
        if (message.type === 'notification') this.last = message.notification.id
        this.options.onMessage(message)
    }

    private closed() {
        this.socket = undefined
        if (this.stopped) return
        const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.failures) * (0.5 + Math.random() / 2)
        this.failures++
        this.options.onState('lost')
        this.timer = setTimeout(() => this.connect(), pause)
    }

    private readonly now = () => {
        if (!this.socket && !this.stopped && document.visibilityState === 'visible') this.connect()
    }

    /** Browsers notice a lost network long before the socket does. */
    private readonly lost = () => {
        const socket = this.socket
        this.socket = undefined
        socket?.close()
        this.closed()
    }
}
