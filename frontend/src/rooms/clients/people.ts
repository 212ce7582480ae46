import { queryOptions, useQuery } from '@tanstack/react-query'
import { answer, api } from '@/api/client'

/** The users in the viewer's scope: who can own what they see. Firms have dozens, so one page is enough to begin with. */
export const peopleQuery = queryOptions({
    queryKey: ['people'],
    queryFn: () => answer(api.GET('/api/v1/users', { params: { query: { limit: 100 } } })),
    staleTime: 5 * 60_000,
    select: (page) => new Map(page.items.map((user) => [user.id, user])),
})

/** Names by id. */
export function usePeople() {
    const { data } = useQuery(peopleQuery)
    return data
}

/** Who can have clients, of those whom the viewer sees, by name. */
export function useOwners() {
    const people = usePeople()
    return [...(people?.values() ?? [])]
        .filter(({ active, role }) => active && (role === 'ADVISOR' || role === 'MANAGER'))
        .map(({ id, name }) => ({ value: id, label: name }))
        .sort((a, b) => a.label.localeCompare(b.label))
}
