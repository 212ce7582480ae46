import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api } from '@/api/client'
import { KEY } from '@/rooms/clients/key'

/** How the viewer's clients stand, and went from the one day to the other. */
export const summaryQuery = (from: string, to: string) =>
    queryOptions({
        queryKey: [...KEY, 'summary', { from, to }],
        queryFn: () => answer(api.GET('/api/v1/clients/summary', { params: { query: { from, to } } })),
        placeholderData: keepPreviousData,
    })
