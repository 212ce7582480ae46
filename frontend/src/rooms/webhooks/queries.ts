import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { answer, api } from '@/api/client'
import type { components } from '@/api/schema'

type Schemas = components['schemas']
export type Endpoint = Schemas['EndpointView']
export type EndpointRequest = Schemas['EndpointRequest']
export type EndpointPatch = Schemas['EndpointPatch']
export type EndpointState = Schemas['EndpointState']
export type EventType = Schemas['EventType']

/** Everything about webhooks begins with this. */
const KEY = ['webhooks'] as const
const ENDPOINTS = [...KEY, 'endpoints'] as const

export const endpointsQuery = infiniteQueryOptions({
    queryKey: [...ENDPOINTS, 'list'],
    queryFn: ({ pageParam }) =>
        answer(
            api.GET('/api/v1/webhooks/endpoints', {
                params: { query: { limit: 50, cursor: pageParam ?? undefined } },
            }),
        ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
})

export const endpointQuery = (id: string) =>
    queryOptions({
        queryKey: [...ENDPOINTS, 'one', id],
        queryFn: () => answer(api.GET('/api/v1/webhooks/endpoints/{id}', { params: { path: { id } } })),
    })

export const eventTypesQuery = queryOptions({
    queryKey: [...KEY, 'event-types'],
    queryFn: () => answer(api.GET('/api/v1/webhooks/event-types')),
    staleTime: Infinity,
})

export async function createEndpoint(queries: QueryClient, body: EndpointRequest) {
    const created = await answer(api.POST('/api/v1/webhooks/endpoints', { body }))
    void queries.invalidateQueries({ queryKey: endpointsQuery.queryKey })
    return created
}

/** Changes the version that the caller saw; 412 when somebody else was quicker. */
export async function patchEndpoint(queries: QueryClient, { id, version }: Endpoint, body: EndpointPatch) {
    const changed = await answer(
        api.PATCH('/api/v1/webhooks/endpoints/{id}', {
            params: { path: { id }, header: { 'If-Match': `"${version}"` } },
            body,
        }),
    )
    queries.setQueryData(endpointQuery(id).queryKey, changed)
    void queries.invalidateQueries({ queryKey: endpointsQuery.queryKey })
    return changed
}

/** Shows the new state at once, and the one before when the server refuses. */
export async function changeState(queries: QueryClient, endpoint: Endpoint, state: EndpointState) {
    const { queryKey } = endpointQuery(endpoint.id)
    queries.setQueryData(queryKey, { ...endpoint, state, disabledReason: null })
    try {
        return await patchEndpoint(queries, endpoint, { state })
    } catch (error) {
        queries.setQueryData(queryKey, endpoint)
        void refreshEndpoint(queries, endpoint.id)
        throw error
    }
}

export async function removeEndpoint(queries: QueryClient, id: string) {
    await answer(api.DELETE('/api/v1/webhooks/endpoints/{id}', { params: { path: { id } } }))
    void queries.invalidateQueries({ queryKey: endpointsQuery.queryKey })
}

export async function rotateSecret(queries: QueryClient, id: string) {
    const rotated = await answer(
        api.POST('/api/v1/webhooks/endpoints/{id}/secret/rotate', { params: { path: { id } } }),
    )
    void refreshEndpoint(queries, id)
    return rotated
}

export function refreshEndpoint(queries: QueryClient, id: string) {
    return queries.invalidateQueries({ queryKey: endpointQuery(id).queryKey })
}

export function refreshEndpoints(queries: QueryClient) {
    return queries.invalidateQueries({ queryKey: ENDPOINTS })
}
