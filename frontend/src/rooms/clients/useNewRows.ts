import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Changes } from '@/live/changes'
import { clientsQuery, countClients, followChanges, refreshLists, type ListFilter } from './queries'

/**
 * Keeps the list true to what happens elsewhere without moving a row: who changed changes in place, who is new is counted
 * and waits until asked for.
 */
export function useNewRows(list: ListFilter) {
    const queries = useQueryClient()
    const { queryKey } = clientsQuery(list, null)
    // Of the list as it was read at that time; read anew, nobody waits.
    const [news, setNews] = useState<{ list: ListFilter; readAt: number; count: number }>()

    const follow = async (changes: Changes) => {
        if (!queries.getQueryData(queryKey)?.total) return followChanges(queries, changes)
        await followChanges(queries, changes, 'hold')
        // Only the server knows whether who changed still matches a text.
        const isOutdated = list.q !== undefined || queries.getQueryState(queryKey)?.isInvalidated
        if (!isOutdated) return
        const total = await countClients(list)
        const shown = queries.getQueryState(queryKey)
        const count = total - (shown?.data?.total ?? total)
        if (count < 0) await refreshLists(queries)
        else setNews({ list, readAt: shown?.dataUpdatedAt ?? 0, count })
    }

    const isOfThisList = news?.list === list && news.readAt === queries.getQueryState(queryKey)?.dataUpdatedAt
    return {
        follow,
        waiting: isOfThisList ? news.count : 0,
        show: () => refreshLists(queries),
    }
}
