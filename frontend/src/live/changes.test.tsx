import { render } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { changeFeed, useChanges, type Changes } from './changes'

const seen: Changes[] = []

function Follower() {
    useChanges((changes) => seen.push(changes))
    return null
}

beforeEach(() => {
    vi.useFakeTimers()
    seen.length = 0
})

afterEach(() => vi.useRealTimers())

it('tells a burst once, each change of a subject once', () => {
    render(<Follower />)
    changeFeed.add({ event: 'client.updated', subject: 'a' })
    changeFeed.add({ event: 'client.updated', subject: 'a' })
    changeFeed.add({ event: 'client.status_changed', subject: 'b' })
    vi.advanceTimersByTime(120)
    expect(seen).toEqual([
        [
            { event: 'client.updated', subject: 'a' },
            { event: 'client.status_changed', subject: 'b' },
        ],
    ])
})

it('says "everything" instead of a long list', () => {
    render(<Follower />)
    for (let number = 0; number <= 20; number++)
        changeFeed.add({ event: 'client.updated', subject: String(number) })
    vi.advanceTimersByTime(120)
    expect(seen).toEqual(['everything'])
})

it('tells nothing to what is no longer there', () => {
    render(<Follower />).unmount()
    changeFeed.add({ event: 'client.updated', subject: 'a' })
    vi.advanceTimersByTime(120)
    expect(seen).toEqual([])
})
