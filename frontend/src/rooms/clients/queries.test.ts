import { QueryClient, QueryObserver, type QueryKey } from '@tanstack/react-query'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { problem, server } from '@/testing/server'
import type { Board } from './board'
import { aBoard, aClient } from '@/testing/clients'
import {
    boardQuery,
    clientQuery,
    clientsQuery,
    followChanges,
    keepClient,
    listFilter,
    moveClient,
    showMoreOfColumn,
    type Client,
    type ClientsPage,
} from './queries'

const BOARD = '/api/v1/clients/board'
let queries: QueryClient
// Each test has its own client: what moved is remembered by id.
let id: string
let count = 0

const { queryKey: board } = boardQuery({})
const shownIn = (key: QueryKey = board) =>
    queries
        .getQueryData<Board>(key)
        ?.columns.flatMap(({ stage, items }) => items.map((item) => `${item.id} ${stage}`))

/** A server that has the client where its moves leave it, each answered when `answer` is called. */
function slowServer(client: Client) {
    const state = { client }
    const waiting: (() => void)[] = []
    server.on('PUT', '/api/v1/clients/*/stage', async (request: Request) => {
        const { stage } = (await request.json()) as Pick<Client, 'stage'>
        await new Promise<void>((done) => waiting.push(done))
        state.client = { ...state.client, stage, version: state.client.version + 1 }
        return Response.json(state.client)
    })
    server.on('GET', '/api/v1/clients/*', () => Response.json(state.client))
    return {
        answer: async () => {
            await vi.waitFor(() => expect(waiting).not.toHaveLength(0))
            waiting.shift()?.()
        },
    }
}

beforeEach(() => {
    queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
    id = `client-${++count}`
    const client = aClient(id, 'PROSPECT')
    queries.setQueryData(board, aBoard({ PROSPECT: [client], OPENING: [], ONBOARDING: [] }))
})

it('shows a move before the server has answered, and keeps what it answers', async () => {
    const { answer } = slowServer(aClient(id, 'PROSPECT'))
    const moving = moveClient(queries, aClient(id, 'PROSPECT'), 'OPENING')
    expect(shownIn()).toEqual([`${id} OPENING`])
    expect(queries.getQueryData<Board>(board)?.columns.map(({ total }) => total)).toEqual([0, 1, 0])
    await answer()
    await moving
    expect(queries.getQueryData(clientQuery(id).queryKey)?.version).toBe(1)
})

it('puts the card back where it stood when the server refuses', async () => {
    const items = [
        aClient('first', 'PROSPECT', '2026-03-01T00:00:00Z'),
        aClient(id, 'PROSPECT'),
        aClient('last', 'PROSPECT', '2025-01-01T00:00:00Z'),
    ]
    queries.setQueryData(board, aBoard({ PROSPECT: items, OPENING: [] }))
    server.on('PUT', '/api/v1/clients/*/stage', () => problem(500, 'Broken'))
    await expect(moveClient(queries, aClient(id, 'PROSPECT'), 'OPENING')).rejects.toThrow('Broken')
    expect(queries.getQueryData<Board>(board)).toEqual(aBoard({ PROSPECT: items, OPENING: [] }))
})

it('takes a card off the board when its client is gone', async () => {
    server.on('PUT', '/api/v1/clients/*/stage', () => problem(404, 'Client not found'))
    await expect(moveClient(queries, aClient(id, 'PROSPECT'), 'OPENING')).rejects.toThrow('Client not found')
    expect(shownIn()).toEqual([])
})

it('sends quick moves of one client one after the other, and only the last that matters', async () => {
    const { answer } = slowServer(aClient(id, 'PROSPECT'))
    const moving = moveClient(queries, aClient(id, 'PROSPECT'), 'OPENING')
    await moveClient(queries, aClient(id, 'OPENING'), 'PROSPECT')
    await moveClient(queries, aClient(id, 'PROSPECT'), 'ONBOARDING')
    expect(shownIn()).toEqual([`${id} ONBOARDING`])
    await answer()
    await answer()
    await moving
    expect(shownIn()).toEqual([`${id} ONBOARDING`])
    expect(server.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([
        { stage: 'OPENING' },
        { stage: 'ONBOARDING' },
    ])
})

it('goes back to what the server took when it refuses the second of two moves', async () => {
    let answered = 0
    server.on('PUT', '/api/v1/clients/*/stage', () =>
        answered++ === 0
            ? Response.json(aClient(id, 'OPENING', '2026-05-01T00:00:00Z', 1))
            : problem(500, 'Broken'),
    )
    const moving = moveClient(queries, aClient(id, 'PROSPECT'), 'OPENING')
    await moveClient(queries, aClient(id, 'OPENING'), 'ONBOARDING')
    await expect(moving).rejects.toThrow('Broken')
    expect(shownIn()).toEqual([`${id} OPENING`])
})

it('is not set back by a board read before the move and arriving after it', async () => {
    const { answer } = slowServer(aClient(id, 'PROSPECT'))
    const old = aBoard({ PROSPECT: [aClient(id, 'PROSPECT')], OPENING: [], ONBOARDING: [] })
    let arrive: () => void = () => undefined
    server.on('GET', BOARD, async () => {
        await new Promise<void>((done) => (arrive = done))
        return Response.json(old)
    })
    const reading = queries.query({ ...boardQuery({}), staleTime: 0 })
    await vi.waitFor(() => expect(server.requests.map(({ path }) => path)).toEqual([`${BOARD}?limit=50`]))
    const moving = moveClient(queries, aClient(id, 'PROSPECT'), 'OPENING')
    await answer()
    await moving
    arrive()
    await reading
    expect(shownIn()).toEqual([`${id} OPENING`])
})

it('takes a client out of boards and lists whose filter it no longer meets', async () => {
    const list = clientsQuery(listFilter({ stage: ['PROSPECT'] }), null).queryKey
    const lows = boardQuery({ risk: ['LOW'] }).queryKey
    queries.setQueryData(list, { items: [aClient(id, 'PROSPECT')], nextCursor: null, total: 7 })
    queries.setQueryData(lows, aBoard({ PROSPECT: [{ ...aClient(id, 'PROSPECT'), riskProfile: 'LOW' }] }))
    slowServer(aClient(id, 'OPENING', '2026-06-01T00:00:00Z', 2))
    await followChanges(queries, [{ event: 'client.status_changed', subject: id }])
    expect(shownIn()).toEqual([`${id} OPENING`])
    expect(shownIn(lows)).toEqual([])
    expect(queries.getQueryData<ClientsPage>(list)).toMatchObject({ items: [], total: 6 })
})

it('reads a board again that a client moved on without being shown', async () => {
    const invalidate = vi.spyOn(queries, 'invalidateQueries')
    slowServer(aClient('beyond', 'OPENING', '2026-06-01T00:00:00Z', 2))
    await followChanges(queries, [{ event: 'client.status_changed', subject: 'beyond' }])
    expect(invalidate).toHaveBeenCalled()
    expect(queries.getQueryState(board)?.isInvalidated).toBe(true)
})

it('does not make what was told stale look fresh', async () => {
    await queries.invalidateQueries({ queryKey: board })
    slowServer(aClient(id, 'OPENING', '2026-06-01T00:00:00Z', 2))
    await followChanges(queries, [{ event: 'client.updated', subject: id }])
    expect(shownIn()).toEqual([`${id} OPENING`])
    expect(queries.getQueryState(board)?.isInvalidated).toBe(true)
})

it('does not break when the line is bad', async () => {
    server.on('GET', '/api/v1/clients/*', () => Response.error())
    await followChanges(queries, [{ event: 'client.updated', subject: id }])
    expect(queries.getQueryState(board)?.isInvalidated).toBe(true)
})

it('keeps the pages of a column that were asked for when the board is read again', async () => {
    const fifty = (from: number) =>
        Array.from({ length: 50 }, (_, at) => aClient(`p${from + at}-${id}`, 'PROSPECT'))
    const column = { stage: 'PROSPECT' as const, total: 100, items: fifty(0), nextCursor: '50' }
    server.on('GET', BOARD, { columns: [column] })
    server.on('GET', '/api/v1/clients', { items: fifty(50), nextCursor: null, total: 100 })
    queries.setQueryData(board, { columns: [column] })
    await showMoreOfColumn(queries, {}, column)
    expect(shownIn()).toHaveLength(100)
    await queries.query({ ...boardQuery({}), staleTime: 0 })
    expect(shownIn()).toHaveLength(100)
})

describe('a list on the screen', () => {
    const list = clientsQuery(listFilter({}), null)
    const rows = () => queries.getQueryData<ClientsPage>(list.queryKey)?.items.map((item) => item.id)
    const asked = () => server.requests.filter(({ path }) => path.startsWith('/api/v1/clients?')).length
    let stop: () => void

    beforeEach(async () => {
        server.on('GET', '/api/v1/clients', {
            items: [aClient(id, 'PROSPECT')],
            nextCursor: null,
            total: 1,
        })
        stop = new QueryObserver(queries, list).subscribe(() => undefined)
        await vi.waitFor(() => expect(rows()).toEqual([id]))
        return () => stop()
    })

    it('is read again when somebody is new, or only known to be outdated where rows must not move', async () => {
        const before = asked()
        await followChanges(queries, [{ event: 'client.created', subject: 'new' }], 'hold')
        await followChanges(queries, 'everything', 'hold')
        expect(asked()).toBe(before)
        expect(queries.getQueryState(list.queryKey)?.isInvalidated).toBe(true)
        await followChanges(queries, [{ event: 'client.created', subject: 'new' }])
        expect(asked()).toBe(before + 1)
        expect(queries.getQueryState(list.queryKey)?.isInvalidated).toBe(false)
    })

    it('loses whom somebody archived', async () => {
        await followChanges(queries, [{ event: 'client.archived', subject: id }], 'hold')
        expect(rows()).toEqual([])
    })

    it('keeps a client that went to another owner in sight, and loses one that is out of sight', async () => {
        const owner = '01890000-0000-7000-8000-0000000000ff'
        server.on('GET', '/api/v1/clients/*', { ...aClient(id, 'PROSPECT'), ownerId: owner, version: 1 })
        const transferred = [{ event: 'client.transferred', subject: id }]
        await followChanges(queries, transferred, 'hold')
        expect(queries.getQueryData<ClientsPage>(list.queryKey)?.items[0]?.ownerId).toBe(owner)
        server.on('GET', '/api/v1/clients/*', () => problem(404, 'No such client'))
        await followChanges(queries, transferred, 'hold')
        expect(rows()).toEqual([])
    })

    it('has the archived apart', () => {
        const archived = clientsQuery(listFilter({ archived: true }), null).queryKey
        queries.setQueryData(archived, { items: [], nextCursor: null, total: 0 })
        keepClient(queries, { ...aClient(id, 'PROSPECT'), archivedAt: '2026-03-01T12:00:00Z' })
        expect(rows()).toEqual([])
        queries.setQueryData(archived, { items: [aClient('back', 'PROSPECT')], nextCursor: null, total: 1 })
        keepClient(queries, aClient('back', 'PROSPECT'))
        expect(queries.getQueryData<ClientsPage>(archived)?.items).toEqual([])
    })
})
