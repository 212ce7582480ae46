import {
    infiniteQueryOptions,
    queryOptions,
    type InfiniteData,
    type QueryClient,
} from '@tanstack/react-query'
import { answer, api } from '@/api/client'
import { askAgain } from '@/api/queries'
import type { components } from '@/api/schema'

export type Notification = components['schemas']['NotificationView']
type InboxPage = components['schemas']['InboxPage']

const PAGE = 30
const KEY = ['notifications'] as const

export const unreadQuery = queryOptions({
    queryKey: [...KEY, 'unread'],
    queryFn: async () => (await answer(api.GET('/api/v1/notifications/unread-count'))).unread,
})

export const inboxQuery = (unreadOnly: boolean) =>
    infiniteQueryOptions({
        queryKey: [...KEY, 'inbox', { unreadOnly }],
        queryFn: ({ pageParam }) =>
            answer(
                api.GET('/api/v1/notifications', {
                    params: { query: { limit: PAGE, unread: unreadOnly, cursor: pageParam ?? undefined } },
                }),
            ),
        initialPageParam: null as string | null,
        getNextPageParam: (page) => page.nextCursor,
    })

type Inbox = InfiniteData<InboxPage, string | null>

function changeInbox(queries: QueryClient, change: (items: Notification[]) => Notification[]) {
    queries.setQueriesData<Inbox>(
        { queryKey: [...KEY, 'inbox'] },
        (inbox) =>
            inbox && { ...inbox, pages: inbox.pages.map((page) => ({ ...page, items: change(page.items) })) },
    )
}

export function setUnread(queries: QueryClient, unread: number) {
    queries.setQueryData(unreadQuery.queryKey, unread)
}

function changeUnread(queries: QueryClient, change: number) {
    queries.setQueryData(
        unreadQuery.queryKey,
        (unread: number | undefined) => unread && Math.max(0, unread + change),
    )
}

/** Puts a notification that just came on top of every list; one that came before stays where it is. */
export function keepNotification(queries: QueryClient, notification: Notification) {
    const inboxes = queries.getQueriesData<Inbox>({ queryKey: [...KEY, 'inbox'] })
    const known = inboxes.some(([, inbox]) =>
        inbox?.pages.some(({ items }) => items.some(({ id }) => id === notification.id)),
    )
    if (known) return
    // An answer on its way may not know of it yet, and would take it away again.
    if (queries.isFetching({ queryKey: KEY }) > 0) void askAgain(queries, { queryKey: KEY })
    queries.setQueriesData<Inbox>({ queryKey: [...KEY, 'inbox'] }, (inbox) => {
        const first = inbox?.pages[0]
        if (!first) return inbox
        return {
            ...inbox,
            pages: [{ ...first, items: [notification, ...first.items] }, ...inbox.pages.slice(1)],
        }
    })
    if (!notification.readAt) {
        queries.setQueryData(unreadQuery.queryKey, (unread: number | undefined) =>
            unread === undefined ? unread : unread + 1,
        )
    }
}

/** Marks at once and takes it back when the server refuses. */
export async function markRead(queries: QueryClient, notification: Notification) {
    if (notification.readAt) return
    const readAt = new Date().toISOString()
    const mark = (value: string | null) =>
        changeInbox(queries, (items) =>
            items.map((item) => (item.id === notification.id ? { ...item, readAt: value } : item)),
        )
    mark(readAt)
    changeUnread(queries, -1)
    try {
        await answer(
            api.PUT('/api/v1/notifications/{id}/read', { params: { path: { id: notification.id } } }),
        )
    } catch (error) {
        mark(null)
        changeUnread(queries, 1)
        throw error
    }
}

export async function markAllRead(queries: QueryClient) {
    const readAt = new Date().toISOString()
    changeInbox(queries, (items) => items.map((item) => ({ ...item, readAt: item.readAt ?? readAt })))
    setUnread(queries, 0)
    try {
        await answer(api.PUT('/api/v1/notifications/read'))
    } finally {
        await queries.invalidateQueries({ queryKey: KEY })
    }
}

export async function remove(queries: QueryClient, notification: Notification) {
    changeInbox(queries, (items) => items.filter(({ id }) => id !== notification.id))
    if (!notification.readAt) changeUnread(queries, -1)
    try {
        await answer(api.DELETE('/api/v1/notifications/{id}', { params: { path: { id: notification.id } } }))
    } catch (error) {
        await queries.invalidateQueries({ queryKey: KEY })
        throw error
    }
}
