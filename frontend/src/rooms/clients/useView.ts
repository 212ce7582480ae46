import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useUser } from '@/app/useUser'
import type { Role } from '@/api/session'
import { COLUMNS, filtersInShort, type ClientsSearch, type Column, type Sort } from './search'

const route = getRouteApi('/app/clients')

export const DEFAULT_SORT: Sort = '-createdAt'

/** Advisors see their own clients only, so whose they are goes without saying. */
export function seesOthersClients(role: Role) {
    return role !== 'ADVISOR'
}

const defaults = (third: Column): readonly Column[] => [
    'stage',
    'riskProfile',
    third,
    'stageSince',
    'createdAt',
]
/** The same arrays each time: by them the rows know that their columns are the same. */
const DEFAULT_COLUMNS = { own: defaults('leadSource'), others: defaults('owner') }

export function defaultColumns(role: Role) {
    return DEFAULT_COLUMNS[seesOthersClients(role) ? 'others' : 'own']
}

/** The address without what goes without saying. */
export function inShort(search: ClientsSearch, standard: readonly Column[]): ClientsSearch {
    const { columns } = search
    return {
        ...filtersInShort(search),
        sort: search.sort === DEFAULT_SORT ? undefined : search.sort,
        columns:
            columns && COLUMNS.every((column) => columns.includes(column) === standard.includes(column))
                ? undefined
                : columns,
    }
}

/** What the list shows, as the address says it, and how to change that. */
export function useView() {
    const { role } = useUser()
    const search = route.useSearch()
    const navigate = route.useNavigate()
    /** What is typed replaces the address; what is chosen can be gone back from. */
    const change = useCallback(
        (part: Partial<ClientsSearch>, { replace = false } = {}) =>
            void navigate({
                search: (before) => inShort({ ...before, ...part }, defaultColumns(role)),
                replace,
                resetScroll: false,
            }),
        [navigate, role],
    )
    return { search, change }
}

export type ChangeView = ReturnType<typeof useView>['change']
