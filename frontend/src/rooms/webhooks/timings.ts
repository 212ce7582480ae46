import type { Attempt } from './delivery-queries'

export type Phase = 'queue' | 'connect' | 'wait' | 'read' | 'failed'

export interface Segment {
    phase: Phase
    /** Milliseconds since the delivery got its turn in memory. */
    from: number
    length: number
}

/** The attempt as phases one after the other; the last one that began is where it failed, if it did. */
export function segments({ queueMillis, connectMillis, firstByteMillis, totalMillis }: Attempt): Segment[] {
    const marks: [Phase, number | null | undefined][] = [
        ['connect', connectMillis],
        ['wait', firstByteMillis],
        ['read', totalMillis],
    ]
    const found: Segment[] = [{ phase: 'queue', from: 0, length: queueMillis }]
    let from = 0
    for (const [phase, until] of marks) {
        if (typeof until !== 'number') {
            found.push({ phase: 'failed', from: queueMillis + from, length: totalMillis - from })
            break
        }
        found.push({ phase, from: queueMillis + from, length: Math.max(0, until - from) })
        from = until
    }
    return found
}

/** Hours, minutes and seconds as a clock shows them; hours only when there are any. */
export function clock(milliseconds: number) {
    const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
    const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'))
    const hours = Math.floor(seconds / 3600)
    return [...(hours > 0 ? [String(hours)] : []), ...parts].join(':')
}
