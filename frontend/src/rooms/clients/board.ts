import type { components } from '@/api/schema'
import type { Stage } from '@/i18n/labels'

type Schemas = components['schemas']
type Client = Schemas['ClientView']
type ClientsPage = Schemas['PageClientView']
export type Board = Schemas['Board']
export type BoardColumn = Schemas['BoardColumn']

export function findOnBoard(board: Board, id: string): Client | undefined {
    return columnOf(board, id)?.items.find((item) => item.id === id)
}

/**
 * The board with the client in its column, at its place: the latest arrived come first, so whoever is put back stands where
 * it stood. A board that does not show the client stays as it is. Columns that do not change stay the same objects.
 */
export function withClient(board: Board, client: Client): Board {
    const before = columnOf(board, client.id)
    if (!before) return board
    if (before.stage === client.stage) {
        const items = before.items.map((item) => (item.id === client.id ? client : item))
        return withColumn(board, { ...before, items })
    }
    const without = withoutClient(board, client.id)
    const column = without.columns.find(({ stage }) => stage === client.stage)
    return column ? withColumn(without, { ...insert(column, client), total: column.total + 1 }) : without
}

export function withoutClient(board: Board, id: string): Board {
    const column = columnOf(board, id)
    if (!column) return board
    const items = column.items.filter((item) => item.id !== id)
    return withColumn(board, { ...column, items, total: column.total - 1 })
}

/** The board with the next page of one column; what moved onto the board since the page before is not shown twice. */
export function withMore(board: Board, stage: Stage, { items, nextCursor }: ClientsPage): Board {
    const column = board.columns.find((known) => known.stage === stage)
    if (!column) return board
    const known = new Set(board.columns.flatMap((any) => any.items.map(({ id }) => id)))
    const added = items.filter((item) => item.stage === stage && !known.has(item.id))
    return withColumn(board, { ...column, items: [...column.items, ...added], nextCursor })
}

function columnOf(board: Board, id: string) {
    return board.columns.find((column) => column.items.some((item) => item.id === id))
}

function withColumn(board: Board, changed: BoardColumn): Board {
    return { columns: board.columns.map((column) => (column.stage === changed.stage ? changed : column)) }
}

function insert(column: BoardColumn, client: Client): BoardColumn {
    const place = column.items.findIndex((item) => arrivedLater(client, item))
    // Whoever belongs after all that are here comes with the next page.
    if (place < 0 && column.nextCursor !== null) return column
    return { ...column, items: column.items.toSpliced(place < 0 ? column.items.length : place, 0, client) }
}

function arrivedLater(one: Client, other: Client) {
    const difference = Date.parse(one.stageSince) - Date.parse(other.stageSince)
    return difference === 0 ? one.id > other.id : difference > 0
}
