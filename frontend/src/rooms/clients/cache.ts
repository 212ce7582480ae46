import { hashKey, type QueryClient } from '@tanstack/react-query'
import type { components } from '@/api/schema'
import type { Stage } from '@/i18n/labels'
import { findOnBoard, withClient, withoutClient, type Board } from './board'
import { KEY } from './key'
import { asMoved } from './moves'

type Schemas = components['schemas']
type Client = Schemas['ClientView']
type ClientsPage = Schemas['PageClientView']

/** What limits a list or a board: the third part of its key. */
export interface Filter {
    q?: string
    stage?: Stage[]
    riskProfile?: Client['riskProfile'][]
    leadSource?: NonNullable<Client['leadSource']>[]
    ownerId?: string[]
    archived?: boolean
}

/** Puts the client, as it is now, wherever it is shown, and takes it from where it no longer belongs. */
export function keepClient(queries: QueryClient, answered: Client) {
    const client = asMoved(queries, answered)
    queries.setQueryData([...KEY, 'one', client.id], client)
    dropFromLists(queries, client.id, (filter) => !belongs(client, filter))
    change<ClientsPage>(queries, 'list', (page) => withRow(page, client))
    change<Board>(queries, 'board', (board, filter) =>
        belongs(client, filter) ? withClient(board, client) : withoutClient(board, client.id),
    )
}

/** The client as some list or board shows it, so that its page need not begin empty. */
export function knownClient(queries: QueryClient, id: string): Client | undefined {
    const boards = queries.getQueriesData<Board>({ queryKey: [...KEY, 'board'] })
    const pages = queries.getQueriesData<ClientsPage>({ queryKey: [...KEY, 'list'] })
    const onBoard = boards.map(([, board]) => board && findOnBoard(board, id))
    const listed = pages.map(([, page]) => page?.items.find((item) => item.id === id))
    return [...onBoard, ...listed].find((client) => client !== undefined)
}

/** Which version of each client the lists show. */
export function clientVersions(queries: QueryClient) {
    const pages = queries.getQueriesData<ClientsPage>({ queryKey: [...KEY, 'list'], type: 'active' })
    return new Map(pages.flatMap(([, page]) => page?.items ?? []).map(({ id, version }) => [id, version]))
}

/** Takes the client out of every list and board; what is returned puts everything back. */
export function dropClient(queries: QueryClient, id: string) {
    const kinds = ['list', 'board'].flatMap((kind) => queries.getQueriesData({ queryKey: [...KEY, kind] }))
    dropFromLists(queries, id, () => true)
    change<Board>(queries, 'board', (board) => withoutClient(board, id))
    return () => kinds.forEach(([key, data]) => queries.setQueryData(key, data))
}

function dropFromLists(queries: QueryClient, id: string, concerns: (filter: Filter) => boolean) {
    // Every page of a list tells the total of that list.
    const listOf = (key: readonly unknown[]) => hashKey([filterOf(key)])
    const shown = new Set(
        queries
            .getQueriesData<ClientsPage>({ queryKey: [...KEY, 'list'] })
            .flatMap(([key, page]) =>
                page && has(page, id) && concerns(filterOf(key)) ? [listOf(key)] : [],
            ),
    )
    change<ClientsPage>(queries, 'list', (page, _filter, key) =>
        shown.has(listOf(key))
            ? { ...page, items: page.items.filter((item) => item.id !== id), total: page.total - 1 }
            : page,
    )
}

function withRow(page: ClientsPage, client: Client): ClientsPage {
    return has(page, client.id)
        ? { ...page, items: page.items.map((item) => (item.id === client.id ? client : item)) }
        : page
}

function has(page: ClientsPage, id: string) {
    return page.items.some((item) => item.id === id)
}

/** Lists to which the client may belong only now, and boards whose totals it changes from beyond what they show. */
export function reloadWhereMissing(
    queries: QueryClient,
    client: Client,
    hasMoved: boolean,
    lists: 'active' | 'none' = 'active',
) {
    void queries.invalidateQueries({
        queryKey: [...KEY, 'list'],
        refetchType: lists,
        predicate: ({ queryKey }) => {
            const filter = filterOf(queryKey)
            return isLimited(filter) && belongs(client, filter) && !isListed(queries, queryKey, client.id)
        },
    })
    void queries.invalidateQueries({
        queryKey: [...KEY, 'board'],
        predicate: ({ queryKey, state }) => {
            const filter = filterOf(queryKey)
            const board = state.data as Board | undefined
            const isMissing = !(board && findOnBoard(board, client.id))
            return isMissing && belongs(client, filter) && (hasMoved || isLimited(filter))
        },
    })
}

/** On any page of the list of which the key names one. */
function isListed(queries: QueryClient, [, , list]: readonly unknown[], id: string) {
    return queries
        .getQueriesData<ClientsPage>({ queryKey: [...KEY, 'list', list] })
        .some(([, page]) => page && has(page, id))
}

/** Changes what is known without making it look freshly read: what was told stale stays so. */
function change<T>(
    queries: QueryClient,
    kind: 'list' | 'board',
    update: (data: T, filter: Filter, key: readonly unknown[]) => T,
) {
    for (const query of queries.getQueryCache().findAll({ queryKey: [...KEY, kind] })) {
        const data = query.state.data as T | undefined
        const changed = data && update(data, filterOf(query.queryKey), query.queryKey)
        if (changed === undefined || changed === data) continue
        const { isInvalidated, dataUpdatedAt } = query.state
        queries.setQueryData(query.queryKey, changed, { updatedAt: dataUpdatedAt })
        if (isInvalidated) query.invalidate()
    }
}

function filterOf(queryKey: readonly unknown[]) {
    return queryKey[2] as Filter
}

/** Only the server can tell what a text finds. */
function belongs(client: Client, { stage, riskProfile, leadSource, ownerId, archived = false }: Filter) {
    const fits = <T>(allowed: T[] | undefined, value: T | null) =>
        !allowed?.length || (value !== null && allowed.includes(value))
    return (
        archived === (client.archivedAt !== null) &&
        fits(stage, client.stage) &&
        fits(riskProfile, client.riskProfile) &&
        fits(leadSource, client.leadSource) &&
        fits(ownerId, client.ownerId)
    )
}

function isLimited({ q, stage, riskProfile, leadSource, ownerId, archived }: Filter) {
    return (
        Boolean(q) || archived || [stage, riskProfile, leadSource, ownerId].some((values) => values?.length)
    )
}
