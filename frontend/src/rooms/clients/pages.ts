import {
    keepPreviousData,
    queryOptions,
    skipToken,
    useQueries,
    useQuery,
    useQueryClient,
    type QueryClient,
} from '@tanstack/react-query'
import { useEffect } from 'react'
import { clientsQuery, PAGE, type Client, type ClientsPage, type ListFilter } from './queries'

/** Rows asked for before they come into view, above and below. */
const BEHIND = 50
const AHEAD = 150

/** A page that can be asked for. */
export interface Place {
    cursor: string | null
    /** Rows in it; unknown until it has been loaded. */
    size?: number
    /** The cursor that led here before the page above changed: its rows stand in meanwhile. */
    formerly?: string | null
}

const START: Place[] = [{ cursor: null }]

/** Keyset paging can only go on from what is known; this is kept so that coming back finds the same place. */
const placesQuery = (list: ListFilter) =>
    queryOptions<Place[]>({
        queryKey: ['client-places', list],
        queryFn: skipToken,
        initialData: START,
        staleTime: Infinity,
        gcTime: 30 * 60_000,
    })

/** The places after a page came: how many rows it has and where the next begins. */
export function placesAfter(places: Place[], index: number, page: ClientsPage): Place[] {
    const place = places[index]
    const next = places[index + 1]
    if (!place) return places
    const isKnown =
        place.size === page.items.length &&
        (page.nextCursor === null ? !next : next?.cursor === page.nextCursor)
    if (isKnown) return places
    const known = places.slice(0, page.nextCursor === null ? index : places.length)
    known[index] = { ...place, size: page.items.length }
    if (page.nextCursor !== null && next?.cursor !== page.nextCursor) {
        known[index + 1] = { ...next, cursor: page.nextCursor, formerly: next?.cursor }
    }
    return known
}

/** The row with which each page begins, and at the end how many rows there are; a page on its way has skeletons. */
export function startsOf(places: Place[], total: number): number[] {
    const starts = [0]
    for (const { size } of places) {
        const start = starts.at(-1) ?? 0
        starts.push(start + (size ?? Math.max(0, Math.min(PAGE, total - start))))
    }
    return starts
}

/** The pages that hold the rows from first to last. */
export function pagesWith(starts: number[], first: number, last: number): number[] {
    return starts.slice(0, -1).flatMap((start, page) => {
        const end = starts[page + 1] ?? start
        return start <= last && end > first ? [page] : []
    })
}

/** The list's first page, what came before it while it is on its way, and the places that are known. */
export function usePlaces(list: ListFilter) {
    const first = useQuery({ ...clientsQuery(list, null), placeholderData: keepPreviousData })
    const { data: places = START } = useQuery(placesQuery(list))
    const total = first.data?.total ?? 0
    const starts = first.isPlaceholderData ? [0, first.data.items.length] : startsOf(places, total)
    return { first, places, starts, total, count: first.data ? (starts.at(-1) ?? 0) : 0 }
}

export type Places = ReturnType<typeof usePlaces>

/** The rows in view, with some around them. */
export function useRows(list: ListFilter, { first, places, starts }: Places, inView: number[][]) {
    const queries = useQueryClient()
    const wanted = new Set(
        inView.flatMap(([from = 0, to = from]) => pagesWith(starts, from - BEHIND, to + AHEAD)),
    )
    wanted.delete(0)
    const shown = [...wanted]
        .sort((a, b) => a - b)
        .flatMap((index) => {
            const place = places[index]
            return place ? [{ index, place }] : []
        })
    const results = useQueries({
        queries: shown.map(({ place }) => ({
            ...clientsQuery(list, place.cursor),
            placeholderData: standIn(queries, list, place),
        })),
    })
    useEffect(() => {
        const { queryKey } = placesQuery(list)
        const before = queries.getQueryData(queryKey) ?? START
        const came = [
            { index: 0, cursor: null, query: first },
            ...shown.map(({ index, place }, at) => ({ index, cursor: place.cursor, query: results[at] })),
        ]
        const after = came.reduce(
            (known, { index, cursor, query }) =>
                query?.data && !query.isPlaceholderData && known[index]?.cursor === cursor
                    ? placesAfter(known, index, query.data)
                    : known,
            before,
        )
        if (after !== before) queries.setQueryData(queryKey, after)
    })

    const loaded = [
        { start: 0, items: first.data?.items ?? [] },
        ...results.map(({ data }, at) => ({
            start: starts[shown[at]?.index ?? 0] ?? 0,
            items: data?.items ?? [],
        })),
    ]
    return {
        at: (row: number): Client | undefined => {
            const page = loaded.findLast(({ start }) => start <= row)
            return page?.items[row - page.start]
        },
        indexOf: (id: string) => {
            for (const { start, items } of loaded) {
                const at = items.findIndex((item) => item.id === id)
                if (at >= 0) return start + at
            }
            return -1
        },
        failed: results.find(({ isError }) => isError),
    }
}

function standIn(queries: QueryClient, list: ListFilter, { formerly }: Place) {
    return formerly === undefined ? undefined : queries.getQueryData(clientsQuery(list, formerly).queryKey)
}
