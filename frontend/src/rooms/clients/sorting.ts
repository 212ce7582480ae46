import type { SortingState } from '@tanstack/react-table'
import { LAYOUT } from './columns'
import type { Column, Sort } from './search'

/** The address says it in the server's words, the table in those of its columns. */
export function sortingOf(sort: Sort): SortingState {
    const desc = sort.startsWith('-')
    const field = desc ? sort.slice(1) : sort
    return [{ id: field === 'lastName' ? 'name' : field, desc }]
}

export function sortOf(column: Column | 'name', desc: boolean): Sort {
    const field = LAYOUT[column].sort ?? 'createdAt'
    return desc ? `-${field}` : field
}
