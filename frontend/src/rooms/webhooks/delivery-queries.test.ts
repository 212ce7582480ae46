import { expect, test } from 'vitest'
import { withNewest, type Delivery } from './delivery-queries'

const ENDPOINT = '01890000-0000-7000-8000-000000000001'

function delivery(number: number, state: Delivery['state'] = 'DELIVERED'): Delivery {
    const id = `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`
    return {
        id,
        endpointId: ENDPOINT,
        eventId: id,
        eventType: 'client.created',
        eventTime: '2026-01-01T00:00:00Z',
        state,
        attempts: 1,
        nextAttemptAt: null,
        lastStatus: 200,
        lastError: null,
        createdAt: '2026-01-01T00:00:00Z',
        finishedAt: '2026-01-01T00:00:00Z',
    }
}

const page = (nextCursor: string | null, ...items: Delivery[]) => ({ items, total: 100, nextCursor })
const numbers = (pages: { items: Delivery[] }[]) =>
    pages.map(({ items }) => items.map(({ id }) => Number(id.slice(-12))))

const KNOWN = {
    pages: [
        page('c3', delivery(5), delivery(4, 'PENDING'), delivery(3)),
        page(null, delivery(2), delivery(1)),
    ],
    pageParams: [null, 'c3'],
}

test('new ones come to the top, and older pages stay', () => {
    const { pages, pageParams } = withNewest(KNOWN, page('c5', delivery(7), delivery(6), delivery(5)))
    expect(numbers(pages)).toEqual([
        [7, 6, 5, 4, 3],
        [2, 1],
    ])
    expect(pages[0]?.nextCursor).toBe('c3')
    expect(pageParams).toEqual([null, 'c3'])
})

test('what changed is replaced in its place', () => {
    const { pages } = withNewest(KNOWN, page('c3', delivery(5), delivery(4, 'FAILED'), delivery(3)))
    expect(numbers(pages)).toEqual([
        [5, 4, 3],
        [2, 1],
    ])
    expect(pages[0]?.items[1]?.state).toBe('FAILED')
})

test('what no longer fits the filter leaves', () => {
    const { pages } = withNewest(KNOWN, page('c2', delivery(5), delivery(3), delivery(2)))
    expect(numbers(pages)).toEqual([[5, 3, 2], [1]])
})

test('so many new ones that some may be missing begin a new list', () => {
    const first = page('c8', delivery(9), delivery(8))
    expect(withNewest(KNOWN, first)).toEqual({ pages: [first], pageParams: [null] })
})

test('a first page that is all there is, is all there is', () => {
    const first = page(null, delivery(5))
    expect(withNewest(KNOWN, first)).toEqual({ pages: [first], pageParams: [null] })
})
