import {
    infiniteQueryOptions,
    queryOptions,
    useInfiniteQuery,
    useQuery,
    useQueryClient,
    type InfiniteData,
    type QueryClient,
} from '@tanstack/react-query'
import { answer, api } from '@/api/client'
import type { components } from '@/api/schema'
import { useChanges } from '@/live/changes'
import { useLiveState } from '@/live/LiveProvider'
import { useThrottled } from '@/live/useThrottled'

type Schemas = components['schemas']
export type Delivery = Schemas['DeliveryView']
export type DeliveryState = Schemas['DeliveryState']
export type DeliveryDetail = Schemas['DeliveryDetail']
export type Attempt = Schemas['AttemptView']
type DeliveriesPage = Schemas['PageDeliveryView']
type Deliveries = InfiniteData<DeliveriesPage, string | null>

const KEY = ['webhooks', 'deliveries'] as const
const PAGE = 50
const POLL = 2_000
/** No two looks closer than this, however much changes. */
const PAUSE = 500

function page(endpointId: string, state: DeliveryState | undefined, cursor?: string) {
    return answer(
        api.GET('/api/v1/webhooks/deliveries', {
            params: { query: { endpointId, state, limit: PAGE, cursor } },
        }),
    )
}

export const deliveriesQuery = (endpointId: string, state?: DeliveryState) =>
    infiniteQueryOptions({
        queryKey: [...KEY, 'list', { endpointId, state }],
        queryFn: ({ pageParam }) => page(endpointId, state, pageParam ?? undefined),
        initialPageParam: null as string | null,
        getNextPageParam: (last) => last.nextCursor,
    })

export const deliveryQuery = (id: string) =>
    queryOptions({
        queryKey: [...KEY, 'one', id],
        queryFn: () => answer(api.GET('/api/v1/webhooks/deliveries/{id}', { params: { path: { id } } })),
    })

/** The deliveries of an endpoint as they happen: the newest are looked at again and again, older ones stay as they were. */
export function useDeliveries(endpointId: string, state?: DeliveryState) {
    const queries = useQueryClient()
    const isLive = useLiveState() === 'live'
    const options = deliveriesQuery(endpointId, state)
    const list = useInfiniteQuery(options)
    const newest = useQuery({
        queryKey: [...KEY, 'newest', { endpointId, state }],
        queryFn: async () => {
            const first = await page(endpointId, state)
            queries.setQueryData<Deliveries>(options.queryKey, (known) => known && withNewest(known, first))
            return first.total
        },
        enabled: list.isSuccess,
        // The list itself has just been read.
        initialData: 0,
        staleTime: Infinity,
        refetchInterval: isLive ? POLL : false,
    })
    const throttled = useThrottled(PAUSE)
    const look = () => throttled(() => void newest.refetch())
    useChanges(look)
    return { list, look }
}

/**
 * What is known with its newest page replaced by what the server says now. Ids rise with time, so whatever is older than
 * that page stays, and whatever is missing from it no longer belongs to the list.
 */
export function withNewest(known: Deliveries, first: DeliveriesPage): Deliveries {
    const oldest = first.items.at(-1)?.id
    const wasSeen = known.pages.some(({ items }) => items.some(({ id }) => id === oldest))
    // Nothing older, or so much is new that there would be a gap: begin again.
    if (!oldest || !first.nextCursor || !wasSeen) return { pages: [first], pageParams: [null] }
    const older = known.pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => id < oldest) }))
    const [rest, ...others] = older
    const items = [...first.items, ...(rest?.items ?? [])]
    return {
        ...known,
        pages: [{ ...first, items, nextCursor: rest?.nextCursor ?? null }, ...others],
    }
}

export async function sendTest(endpointId: string) {
    return answer(api.POST('/api/v1/webhooks/endpoints/{id}/test', { params: { path: { id: endpointId } } }))
}

export async function retry(queries: QueryClient, id: string) {
    await answer(api.POST('/api/v1/webhooks/deliveries/{id}/retry', { params: { path: { id } } }))
    await queries.invalidateQueries({ queryKey: deliveryQuery(id).queryKey })
}
