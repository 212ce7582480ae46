import type { QueryClient } from '@tanstack/react-query'
import type { components } from '@/api/schema'
import type { Stage } from '@/i18n/labels'

type Client = components['schemas']['ClientView']

interface Move {
    /** Where the user wants it; while the server is being told. */
    wanted?: { stage: Stage; stageSince: string }
    /** As the server has it. */
    saved: Client
}

const moves = new WeakMap<QueryClient, Map<string, Move>>()

function movesOf(queries: QueryClient) {
    const known = moves.get(queries) ?? new Map<string, Move>()
    moves.set(queries, known)
    return known
}

/**
 * The client as its moves in this browser leave it: what is read while a move is on its way, or was read before it and comes
 * after it, must not make the card jump back.
 */
export function asMoved(queries: QueryClient, client: Client): Client {
    const move = movesOf(queries).get(client.id)
    if (!move) return client
    const newest = move.saved.version > client.version ? move.saved : client
    return move.wanted ? { ...newest, ...move.wanted } : newest
}

export function wasMovedHere(queries: QueryClient, id: string) {
    return movesOf(queries).has(id)
}

/**
 * Brings the client to the stage with `save`, one request at a time; false when a move of it is on its way already, which
 * then goes on to this stage. Rejects when the server refuses; the client then is where the server has it.
 */
export function startMove(
    queries: QueryClient,
    client: Client,
    stage: Stage,
    save: (stage: Stage) => Promise<Client>,
) {
    const wanted = { stage, stageSince: new Date().toISOString() }
    const known = movesOf(queries).get(client.id)
    if (known?.wanted) {
        known.wanted = wanted
        return false
    }
    const move: Move = { wanted, saved: asMoved(queries, client) }
    movesOf(queries).set(client.id, move)
    return finish(move, save)
}

async function finish(move: Move, save: (stage: Stage) => Promise<Client>): Promise<Client> {
    try {
        // The user may have moved it on meanwhile; what lies between need not be told.
        while (move.wanted && move.saved.stage !== move.wanted.stage) {
            move.saved = await save(move.wanted.stage)
        }
        return move.saved
    } finally {
        delete move.wanted
    }
}
