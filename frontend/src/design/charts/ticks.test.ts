import { expect, test } from 'vitest'
import { everyNth, niceTicks } from './ticks'

test.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [23, [0, 10, 20, 30]],
    [250, [0, 100, 200, 300]],
])('an axis to %i has the ticks %j', (largest, ticks) => {
    expect(niceTicks(largest)).toEqual(ticks)
})

test('labels are thinned from the end, so that the latest is named', () => {
    const named = (length: number) => Array.from({ length }, (_, index) => index).filter(everyNth(length, 6))
    expect(named(5)).toEqual([0, 1, 2, 3, 4])
    expect(named(13)).toEqual([0, 3, 6, 9, 12])
    expect(named(30)).toEqual([4, 9, 14, 19, 24, 29])
})
