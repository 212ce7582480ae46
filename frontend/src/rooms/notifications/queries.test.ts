import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { keepNotification, unreadQuery, type Notification } from './queries'

test('a notification that comes during the first read is not lost to the answer that does not know of it', async () => {
    const queries = new QueryClient()
    const asked: ((unread: number) => void)[] = []
    const queryFn = () => new Promise<number>((answer) => asked.push(answer))
    const observer = new QueryObserver(queries, { ...unreadQuery, queryFn })
    const stop = observer.subscribe(() => undefined)
    expect(asked).toHaveLength(1)

    keepNotification(queries, { id: 'n', readAt: null } as Notification)
    asked[0]?.(3)
    await expect.poll(() => asked.length).toBe(2)
    asked[1]?.(4)

    await expect.poll(() => observer.getCurrentResult().data).toBe(4)
    stop()
})
