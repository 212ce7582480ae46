import {
    hashKey,
    infiniteQueryOptions,
    keepPreviousData,
    queryOptions,
    type QueryClient,
} from '@tanstack/react-query'
import { answer, api } from '@/api/client'
import { hasStatus } from '@/api/problem'
import type { components } from '@/api/schema'
import type { Stage } from '@/i18n/labels'
import type { Changes } from '@/live/changes'
import type { BoardSearch, ClientsSearch } from './search'

type Schemas = components['schemas']
export type Client = Schemas['ClientView']
export type ClientRequest = Schemas['ClientRequest']
export type Board = Schemas['Board']
export type ClientsPage = Schemas['PageClientView']

export const PAGE = 100
const BOARD_COLUMN = 50

/** Everything about clients begins with this, so that it can be told stale at once. */
const KEY = ['clients'] as const

function filter({ q, risk, source, owner }: BoardSearch) {
    return { q, riskProfile: risk, leadSource: source, ownerId: owner }
}

/** What the server is asked for; what concerns only the screen is left out. */
export function listFilter({ stage, sort, ...rest }: ClientsSearch) {
    return { ...filter(rest), stage, sort: sort ?? '-createdAt' }
}
export type ListFilter = ReturnType<typeof listFilter>

/**
 * One page of the list, after the cursor. Each page is kept by itself: what changes costs the pages on the screen, not all
 * those that somebody scrolled past.
 */
export const clientsQuery = (list: ListFilter, cursor: string | null) =>
    queryOptions({
        queryKey: [...KEY, 'list', list, cursor],
        queryFn: ({ signal }) =>
            answer(
                api.GET('/api/v1/clients', {
                    params: { query: { ...list, limit: PAGE, cursor: cursor ?? undefined } },
                    signal,
                }),
            ),
    })

export const clientQuery = (id: string) =>
    queryOptions({
        queryKey: [...KEY, 'one', id],
        queryFn: () => answer(api.GET('/api/v1/clients/{id}', { params: { path: { id } } })),
    })

const FOUND = 10

/** The few who match best what is being typed; without a text, those who changed last. */
export const findClientsQuery = (q: string) =>
    queryOptions({
        queryKey: [...KEY, 'found', q],
        queryFn: ({ signal }) =>
            answer(
                api.GET('/api/v1/clients', {
                    params: { query: { q: q === '' ? undefined : q, limit: FOUND, sort: '-updatedAt' } },
                    signal,
                }),
            ),
    })

export const boardQuery = (search: BoardSearch) => {
    const query = { ...filter(search), limit: BOARD_COLUMN }
    return queryOptions({
        queryKey: [...KEY, 'board', query],
        queryFn: ({ signal }) => answer(api.GET('/api/v1/clients/board', { params: { query }, signal })),
        placeholderData: keepPreviousData,
    })
}

/** More of one column, after what the board brought. */
export function moreOfColumn(search: BoardSearch, stage: Stage, cursor: string) {
    return answer(
        api.GET('/api/v1/clients', {
            params: {
                query: {
                    ...filter(search),
                    stage: [stage],
                    sort: '-stageSince',
                    limit: BOARD_COLUMN,
                    cursor,
                },
            },
        }),
    )
}

export const stagesQuery = (id: string) =>
    queryOptions({
        queryKey: [...KEY, 'stages', id],
        queryFn: () => answer(api.GET('/api/v1/clients/{id}/stages', { params: { path: { id } } })),
    })

export const activitiesQuery = (id: string) =>
    infiniteQueryOptions({
        queryKey: [...KEY, 'activities', id],
        queryFn: ({ pageParam }) =>
            answer(
                api.GET('/api/v1/clients/{id}/activities', {
                    params: { path: { id }, query: { limit: 30, cursor: pageParam ?? undefined } },
                }),
            ),
        initialPageParam: null as string | null,
        getNextPageParam: (page) => page.nextCursor,
    })

export const portfoliosQuery = (id: string) =>
    queryOptions({
        queryKey: [...KEY, 'portfolios', id],
        queryFn: () =>
            answer(api.GET('/api/v1/clients/{clientId}/portfolios', { params: { path: { clientId: id } } })),
    })

export const summaryQuery = (from: string, to: string) =>
    queryOptions({
        queryKey: [...KEY, 'summary', { from, to }],
        queryFn: () => answer(api.GET('/api/v1/clients/summary', { params: { query: { from, to } } })),
        placeholderData: keepPreviousData,
    })

export function createClient(request: ClientRequest) {
    return answer(api.POST('/api/v1/clients', { body: request }))
}

/** Changes the given fields of the version that the caller saw; 412 when somebody else was quicker. */
export function patchClient(client: Client, patch: Partial<ClientRequest>) {
    return answer(
        api.PATCH('/api/v1/clients/{id}', {
            params: { path: { id: client.id }, header: { 'If-Match': `"${client.version}"` } },
            body: patch as ClientRequest,
        }),
    )
}

export function archiveClient(id: string) {
    return answer(api.DELETE('/api/v1/clients/{id}', { params: { path: { id } } }))
}

export function restoreClient(id: string) {
    return answer(api.POST('/api/v1/clients/{id}/restore', { params: { path: { id } } }))
}

/** Shows the client in its new stage at once, and where it was when the server refuses. */
export async function moveClient(queries: QueryClient, client: Client, stage: Stage) {
    await queries.cancelQueries({ queryKey: [...KEY, 'board'] })
    keepClient(queries, { ...client, stage, stageSince: new Date().toISOString() })
    try {
        const moved = await answer(
            api.PUT('/api/v1/clients/{id}/stage', { params: { path: { id: client.id } }, body: { stage } }),
        )
        keepClient(queries, moved)
        refreshDerived(queries, client.id)
        return moved
    } catch (error) {
        keepClient(queries, client)
        throw error
    }
}

/** Puts the client, as it is now, wherever it is shown. */
export function keepClient(queries: QueryClient, client: Client) {
    queries.setQueryData(clientQuery(client.id).queryKey, client)
    queries.setQueriesData<ClientsPage>(
        { queryKey: [...KEY, 'list'] },
        (page) => page && withRow(page, client),
    )
    queries.setQueriesData<Board>(
        { queryKey: [...KEY, 'board'] },
        (board) => board && withClient(board, client),
    )
}

function withRow(page: ClientsPage, client: Client): ClientsPage {
    return page.items.some(({ id }) => id === client.id)
        ? { ...page, items: page.items.map((item) => (item.id === client.id ? client : item)) }
        : page
}

/** Which version of each client the lists show. */
export function clientVersions(queries: QueryClient) {
    const pages = queries.getQueriesData<ClientsPage>({ queryKey: [...KEY, 'list'], type: 'active' })
    return new Map(pages.flatMap(([, page]) => page?.items ?? []).map(({ id, version }) => [id, version]))
}

/** Takes the client out of every list and board; what is returned puts everything back. */
export function dropClient(queries: QueryClient, id: string) {
    const pages = queries.getQueriesData<ClientsPage>({ queryKey: [...KEY, 'list'] })
    const boards = queries.getQueriesData<Board>({ queryKey: [...KEY, 'board'] })
    // Every page of a list tells the total of that list.
    const list = (key: readonly unknown[]) => hashKey([key[2]])
    const shown = new Set(pages.flatMap(([key, page]) => (page && has(page, id) ? [list(key)] : [])))
    for (const [key, page] of pages) {
        if (!page || !shown.has(list(key))) continue
        const items = has(page, id) ? page.items.filter((item) => item.id !== id) : page.items
        queries.setQueryData<ClientsPage>(key, { ...page, items, total: page.total - 1 })
    }
    for (const [key, board] of boards) {
        if (board) queries.setQueryData<Board>(key, withoutClient(board, id))
    }
    return () => [...pages, ...boards].forEach(([key, data]) => queries.setQueryData(key, data))
}

function has(page: ClientsPage, id: string) {
    return page.items.some((item) => item.id === id)
}

function withoutClient(board: Board, id: string): Board {
    return {
        columns: board.columns.map((column) => {
            const items = column.items.filter((item) => item.id !== id)
            return items.length === column.items.length
                ? column
                : { ...column, items, total: column.total - 1 }
        }),
    }
}

/** The board with the client in its column, newest first; a board that has never shown it is for other clients. */
export function withClient(board: Board, client: Client): Board {
    const before = board.columns.find((column) => column.items.some((item) => item.id === client.id))
    if (!before) return board
    if (before.stage === client.stage) {
        return {
            columns: board.columns.map((column) =>
                column === before
                    ? {
                          ...column,
                          items: column.items.map((item) => (item.id === client.id ? client : item)),
                      }
                    : column,
            ),
        }
    }
    return {
        columns: withoutClient(board, client.id).columns.map((column) =>
            column.stage === client.stage
                ? { ...column, items: [client, ...column.items], total: column.total + 1 }
                : column,
        ),
    }
}

/** So that an answer on its way does not undo what is shown already. */
export async function cancelLists(queries: QueryClient) {
    await Promise.all(['list', 'board'].map((what) => queries.cancelQueries({ queryKey: [...KEY, what] })))
}

/** Asks again for every list, board and figure that is on the screen. */
export async function refreshLists(queries: QueryClient) {
    await Promise.all(
        ['list', 'board', 'summary'].map((what) => queries.invalidateQueries({ queryKey: [...KEY, what] })),
    )
}

/** What is computed from a client's history. */
export function refreshDerived(queries: QueryClient, id: string) {
    void queries.invalidateQueries({ queryKey: [...KEY, 'stages', id] })
    void queries.invalidateQueries({ queryKey: [...KEY, 'activities', id] })
    void queries.invalidateQueries({ queryKey: [...KEY, 'portfolios', id] })
    void queries.invalidateQueries({ queryKey: [...KEY, 'summary'] })
}

/** Brings what is on the screen up to date with what happened in other browsers. */
export async function followChanges(queries: QueryClient, changes: Changes) {
    if (changes === 'everything') {
        await queries.invalidateQueries({ queryKey: KEY })
        return
    }
    const ours = changes.filter(({ event }) => event.startsWith('client.') || event.startsWith('portfolio.'))
    for (const id of new Set(ours.map(({ subject }) => subject))) {
        refreshDerived(queries, id)
        const events = ours.filter(({ subject }) => subject === id).map(({ event }) => event)
        if (events.some((event) => event !== 'client.updated' && event !== 'client.status_changed')) {
            void queries.invalidateQueries({ queryKey: [...KEY, 'one', id] })
            await refreshLists(queries)
        } else {
            await refetchClient(queries, id)
        }
    }
}

async function refetchClient(queries: QueryClient, id: string) {
    try {
        keepClient(queries, await queries.query({ ...clientQuery(id), staleTime: 0 }))
    } catch (error) {
        if (!hasStatus(error, 404)) throw error
        dropClient(queries, id)
    }
}
