import type { ShownColumn } from './columns'
import type { Sort } from './search'

/** Which way the list is sorted by a column; undefined where it is not. */
export function directionOf(sort: Sort, column: ShownColumn) {
    if (sort === column.sort) return 'ascending'
    return sort === `-${column.sort}` ? 'descending' : undefined
}

/** What the list is sorted by after its column's name was pressed; undefined where the server does not sort by it. */
export function sortAfter(sort: Sort, column: ShownColumn): Sort | undefined {
    if (!column.sort) return undefined
    const direction = directionOf(sort, column)
    const descends = direction ? direction === 'ascending' : column.startsDescending
    return descends ? `-${column.sort}` : column.sort
}
