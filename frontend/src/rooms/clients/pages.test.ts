import { expect, it } from 'vitest'
import { clientNumber } from '@/testing/clients'
import { pagesWith, placesAfter, startsOf, type Place } from './pages'
import type { ClientsPage } from './queries'

function page(size: number, nextCursor: string | null): ClientsPage {
    return { items: Array.from({ length: size }, (_, n) => clientNumber(n)), nextCursor, total: 250 }
}

const START: Place[] = [{ cursor: null }]

it('finds the next page when one came', () => {
    expect(placesAfter(START, 0, page(100, 'b'))).toEqual([{ cursor: null, size: 100 }, { cursor: 'b' }])
})

it('changes nothing when a page comes again as it was', () => {
    const places = placesAfter(START, 0, page(100, 'b'))
    expect(placesAfter(places, 0, page(100, 'b'))).toBe(places)
})

it('ends where the server ends', () => {
    const places: Place[] = [
        { cursor: null, size: 100 },
        { cursor: 'b', size: 100 },
        { cursor: 'c', size: 50 },
    ]
    expect(placesAfter(places, 1, page(40, null))).toEqual([
        { cursor: null, size: 100 },
        { cursor: 'b', size: 40 },
    ])
})

it('lets the rows known before stand in when the page above gave one away', () => {
    const places: Place[] = [{ cursor: null, size: 100 }, { cursor: 'b', size: 100 }, { cursor: 'c' }]
    expect(placesAfter(places, 0, page(100, 'a'))).toEqual([
        { cursor: null, size: 100 },
        { cursor: 'a', size: 100, formerly: 'b' },
        { cursor: 'c' },
    ])
})

it('keeps room for a page on its way, and for no more than there are', () => {
    expect(startsOf([{ cursor: null, size: 100 }, { cursor: 'b' }], 250)).toEqual([0, 100, 200])
    expect(startsOf([{ cursor: null, size: 100 }, { cursor: 'b', size: 99 }, { cursor: 'c' }], 250)).toEqual([
        0, 100, 199, 250,
    ])
})

it('asks for the pages that hold the rows', () => {
    const starts = [0, 100, 199, 250]
    expect(pagesWith(starts, 0, 50)).toEqual([0])
    expect(pagesWith(starts, 90, 100)).toEqual([0, 1])
    expect(pagesWith(starts, 199, 400)).toEqual([2])
    expect(pagesWith(starts, -50, 240)).toEqual([0, 1, 2])
})
