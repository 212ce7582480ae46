import { infiniteQueryOptions, keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query'
import { answer, api } from '@/api/client'
import { hasStatus } from '@/api/problem'
import type { components } from '@/api/schema'
import type { Stage } from '@/i18n/labels'
import type { Changes } from '@/live/changes'
import { withClient, withMore, type Board, type BoardColumn } from './board'
import { clientVersions, dropClient, keepClient, knownClient, reloadWhereMissing, type Filter } from './cache'
import { KEY } from './key'
import { asMoved, startMove } from './moves'
import type { BoardSearch, ClientsSearch } from './search'

type Schemas = components['schemas']
export { clientVersions, dropClient, keepClient, knownClient }
export type Client = Schemas['ClientView']
export type ClientRequest = Schemas['ClientRequest']
export type ClientsPage = Schemas['PageClientView']

export const PAGE = 100
const BOARD_COLUMN = 50

function filter({ q, risk, source, owner }: BoardSearch): Filter {
    return { q, riskProfile: risk, leadSource: source, ownerId: owner }
}

/** What the server is asked for; what concerns only the screen is left out. */
export function listFilter({ stage, sort, archived, ...rest }: ClientsSearch) {
    return { ...filter(rest), stage, archived, sort: sort ?? '-createdAt' }
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
        queryFn: async ({ client: queries }) =>
            asMoved(queries, await answer(api.GET('/api/v1/clients/{id}', { params: { path: { id } } }))),
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
        queryFn: async ({ client: queries, queryKey, signal }) => {
            const shown = queries.getQueryData<Board>(queryKey)
            const board = await answer(api.GET('/api/v1/clients/board', { params: { query }, signal }))
            return withMoves(queries, await asDeepAs(shown, board, search))
        },
        placeholderData: keepPreviousData,
    })
}

/** Reading the board again brings as many pages of each column as are shown, so that nobody loses their place. */
async function asDeepAs(shown: Board | undefined, board: Board, search: BoardSearch) {
    const pages = await Promise.all(
        board.columns.map(async (column) => {
            const before = shown?.columns.find(({ stage }) => stage === column.stage)
            // A few that moved in meanwhile are no page.
            const wanted = Math.round((before?.items.length ?? 0) / BOARD_COLUMN)
            const brought = []
            let cursor = column.nextCursor
            while (cursor !== null && brought.length + 1 < wanted) {
                const page = await moreOfColumn(search, column.stage, cursor)
                brought.push({ stage: column.stage, page })
                cursor = page.nextCursor
            }
            return brought
        }),
    )
    return pages.flat().reduce((deeper, { stage, page }) => withMore(deeper, stage, page), board)
}

function withMoves(queries: QueryClient, board: Board): Board {
    return board.columns
        .flatMap(({ items }) => items)
        .reduce((moved, item) => {
            const now = asMoved(queries, item)
            return now === item ? moved : withClient(moved, now)
        }, board)
}

/** More of one column, after what the board brought. */
function moreOfColumn(search: BoardSearch, stage: Stage, cursor: string) {
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

/** Hands the client to another advisor, who sees it from now on in place of the former one. */
export function transferClient(id: string, ownerId: string) {
    return answer(api.PUT('/api/v1/clients/{id}/owner', { params: { path: { id } }, body: { ownerId } }))
}

export function restoreClient(id: string) {
    return answer(api.POST('/api/v1/clients/{id}/restore', { params: { path: { id } } }))
}

/**
 * Shows the client in its new stage at once, and where the server has it when the server refuses. A move of a client that
 * is still on its way takes this one along; whoever began it hears how it ends.
 */
export async function moveClient(queries: QueryClient, client: Client, stage: Stage) {
    const moving = startMove(queries, client, stage, (wanted) =>
        answer(
            api.PUT('/api/v1/clients/{id}/stage', {
                params: { path: { id: client.id } },
                body: { stage: wanted },
            }),
        ),
    )
    keepClient(queries, client)
    if (!moving) return
    try {
        keepClient(queries, await moving)
    } catch (error) {
        if (hasStatus(error, 404)) {
            dropClient(queries, client.id)
        } else {
            keepClient(queries, client)
            reloadWhereMissing(queries, client, false)
        }
        throw error
    } finally {
        refreshDerived(queries, client.id)
    }
}

/** Shows the next page of a column. */
export async function showMoreOfColumn(queries: QueryClient, search: BoardSearch, column: BoardColumn) {
    if (column.nextCursor === null) return
    const page = await moreOfColumn(search, column.stage, column.nextCursor)
    const items = page.items.map((item) => asMoved(queries, item))
    queries.setQueryData(
        boardQuery(search).queryKey,
        (board: Board | undefined) => board && withMore(board, column.stage, { ...page, items }),
    )
}

/** So that an answer on its way does not undo what is shown already. */
export async function cancelLists(queries: QueryClient) {
    await Promise.all(['list', 'board'].map((what) => queries.cancelQueries({ queryKey: [...KEY, what] })))
}

/** What becomes of lists on the screen: asked for again, or only known to be out of date, so that no row moves. */
export type Lists = 'refresh' | 'hold'

/** Asks again for every list, board and figure that is on the screen. */
export async function refreshLists(queries: QueryClient, lists: Lists = 'refresh') {
    await Promise.all([
        queries.invalidateQueries({ queryKey: [...KEY, 'list'], refetchType: refetchTypeOf(lists) }),
        ...['board', 'summary'].map((what) => queries.invalidateQueries({ queryKey: [...KEY, what] })),
    ])
}

function refetchTypeOf(lists: Lists) {
    return lists === 'hold' ? 'none' : 'active'
}

/** How many clients a list has by now. */
export async function countClients(list: ListFilter) {
    const { total } = await answer(api.GET('/api/v1/clients', { params: { query: { ...list, limit: 1 } } }))
    return total
}

/** What is computed from a client's history. */
export function refreshDerived(queries: QueryClient, id: string) {
    refreshHistory(queries, id)
    void queries.invalidateQueries({ queryKey: [...KEY, 'summary'] })
}

function refreshHistory(queries: QueryClient, id: string) {
    for (const kind of ['stages', 'activities', 'portfolios']) {
        void queries.invalidateQueries({ queryKey: [...KEY, kind, id] })
    }
}

/** Brings what is on the screen up to date with what happened in other browsers. */
export async function followChanges(queries: QueryClient, changes: Changes, lists: Lists = 'refresh') {
    if (changes === 'everything') {
        const isList = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[1] === 'list'
        await Promise.all([
            queries.invalidateQueries({ queryKey: KEY, predicate: (query) => !isList(query) }),
            queries.invalidateQueries({ queryKey: [...KEY, 'list'], refetchType: refetchTypeOf(lists) }),
        ])
        return
    }
    const ours = changes.filter(({ event }) => event.startsWith('client.') || event.startsWith('portfolio.'))
    if (ours.length === 0) return
    const subjectsOf = (fits: (event: string) => boolean) =>
        new Set(ours.filter(({ event }) => fits(event)).map(({ subject }) => subject))
    const appeared = subjectsOf((event) => event.startsWith('client.') && !ALTERATIONS.includes(event))
    const transferred = subjectsOf((event) => event === 'client.transferred')
    const moved = subjectsOf((event) => event === 'client.status_changed')
    const altered = subjectsOf((event) => ALTERATIONS.includes(event))

    const opened = subjectsOf((event) => event.startsWith('portfolio.'))
    for (const id of new Set([...appeared, ...altered, ...opened])) refreshHistory(queries, id)
    void queries.invalidateQueries({ queryKey: [...KEY, 'summary'] })
    for (const id of appeared) void queries.invalidateQueries({ queryKey: clientQuery(id).queryKey })
    for (const id of subjectsOf((event) => event === 'client.archived')) dropClient(queries, id)
    await Promise.all([
        appeared.size > 0 && refreshLists(queries, lists),
        // Gone from the sight of who had it, with another owner for who sees both.
        ...[...altered, ...transferred].map((id) => refetchClient(queries, id, moved.has(id), lists)),
    ])
}

const ALTERATIONS = ['client.updated', 'client.status_changed']

async function refetchClient(queries: QueryClient, id: string, hasMoved: boolean, lists: Lists) {
    try {
        const client = await queries.query({ ...clientQuery(id), staleTime: 0 })
        keepClient(queries, client)
        reloadWhereMissing(queries, client, hasMoved, refetchTypeOf(lists))
    } catch (error) {
        if (hasStatus(error, 404)) dropClient(queries, id)
        // The line is bad: whatever is looked at next asks again.
        else void queries.invalidateQueries({ queryKey: KEY, refetchType: 'none' })
    }
}
