/** One move comes as a notification and as a change of the board, in either order, within this time. */
const TOGETHER = 10_000

type Way = 'board' | 'notification'

const heard = new Map<string, { way: Way; text: string; at: number }>()

/**
 * Whether a move of the client is to be read out: not when it has just been read out the other way, or in the same words, as
 * happens when the viewer moves a card on while an earlier move is still being followed.
 */
export function isUnheard(clientId: string, way: Way, text: string) {
    const now = Date.now()
    for (const [id, { at }] of heard) if (now - at >= TOGETHER) heard.delete(id)
    const last = heard.get(clientId)
    if (last && (last.way !== way || last.text === text)) return false
    heard.set(clientId, { way, text, at: now })
    return true
}

type Say = (text: string) => void
let region: Say | undefined

/** The board has a live region for moves. */
export function readMovesIn(say: Say) {
    region = say
    return () => {
        if (region === say) region = undefined
    }
}

/** Reads out what this browser did; false when no region is there for it. */
export function sayOwnMove(clientId: string, text: string) {
    heard.set(clientId, { way: 'board', text, at: Date.now() })
    region?.(text)
    return region !== undefined
}
