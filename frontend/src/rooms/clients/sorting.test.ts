import { expect, it } from 'vitest'
import type { ShownColumn } from './columns'
import { directionOf, sortAfter } from './sorting'

const column = (part: Partial<ShownColumn>) =>
    ({ id: 'name', name: '', width: 1, show: () => null, ...part }) as const

const name = column({ sort: 'lastName' })
const created = column({ sort: 'createdAt', startsDescending: true })

it('begins with A and with the latest', () => {
    expect(sortAfter('-createdAt', name)).toBe('lastName')
    expect(sortAfter('lastName', created)).toBe('-createdAt')
})

it('turns the column round that sorted already', () => {
    expect(sortAfter('lastName', name)).toBe('-lastName')
    expect(sortAfter('-lastName', name)).toBe('lastName')
    expect(sortAfter('-createdAt', created)).toBe('createdAt')
})

it('does not sort by what the server does not', () => {
    expect(sortAfter('lastName', column({}))).toBeUndefined()
})

it('says which way it sorts, in the words of aria-sort', () => {
    expect(directionOf('lastName', name)).toBe('ascending')
    expect(directionOf('-lastName', name)).toBe('descending')
    expect(directionOf('-createdAt', name)).toBeUndefined()
})
