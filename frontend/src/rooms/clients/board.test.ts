import { expect, it } from 'vitest'
import { aBoard, aClient } from '@/testing/clients'
import { withClient, withMore, withoutClient, type Board } from './board'

const ids = (board: Board, stage: string) =>
    board.columns.find((column) => column.stage === stage)?.items.map(({ id }) => id)
const totals = (board: Board) => board.columns.map(({ total }) => total)

const board = aBoard({
    PROSPECT: [
        aClient('c', 'PROSPECT', '2026-03-03T00:00:00Z'),
        aClient('b', 'PROSPECT', '2026-03-02T00:00:00Z'),
        aClient('a', 'PROSPECT', '2026-03-01T00:00:00Z'),
    ],
    OPENING: [aClient('z', 'OPENING', '2026-02-01T00:00:00Z')],
})

it('moves a client to the top of its new column and counts it there', () => {
    const moved = withClient(board, aClient('b', 'OPENING', '2026-03-04T00:00:00Z'))
    expect(ids(moved, 'PROSPECT')).toEqual(['c', 'a'])
    expect(ids(moved, 'OPENING')).toEqual(['b', 'z'])
    expect(totals(moved)).toEqual([2, 2])
})

it('puts a client back between those where it stood', () => {
    const moved = withClient(board, aClient('b', 'OPENING', '2026-03-04T00:00:00Z'))
    const back = withClient(moved, aClient('b', 'PROSPECT', '2026-03-02T00:00:00Z'))
    expect(back).toEqual(board)
})

it('keeps fractions of a second in order', () => {
    const later = aClient('later', 'OPENING', '2026-02-01T00:00:00.500Z')
    const known = aBoard({ PROSPECT: [later], OPENING: [aClient('z', 'OPENING', '2026-02-01T00:00:00Z')] })
    expect(ids(withClient(known, { ...later, stage: 'OPENING' }), 'OPENING')).toEqual(['later', 'z'])
})

it('changes a client in its place', () => {
    const changed = withClient(board, {
        ...aClient('b', 'PROSPECT', '2026-03-02T00:00:00Z'),
        firstName: 'Eva',
    })
    expect(changed.columns[0]?.items[1]?.firstName).toBe('Eva')
    expect(totals(changed)).toEqual([3, 1])
})

it('leaves alone the columns that nobody left or entered, and boards of other clients', () => {
    const moved = withClient(board, aClient('z', 'OPENING', '2026-02-02T00:00:00Z'))
    expect(moved.columns[0]).toBe(board.columns[0])
    expect(withClient(board, aClient('stranger', 'OPENING', '2026-02-02T00:00:00Z'))).toBe(board)
    expect(withoutClient(board, 'stranger')).toBe(board)
})

it('leaves whoever belongs to a page that is not here to that page', () => {
    const deep = aBoard(
        { PROSPECT: board.columns[0]?.items ?? [], OPENING: board.columns[1]?.items ?? [] },
        'more',
    )
    const moved = withClient(deep, aClient('b', 'OPENING', '2026-01-01T00:00:00Z'))
    expect(ids(moved, 'OPENING')).toEqual(['z'])
    expect(totals(moved)).toEqual([2, 2])
})

it('adds a page without showing anybody twice', () => {
    const page = {
        items: [
            aClient('b', 'PROSPECT', '2026-03-02T00:00:00Z'),
            aClient('z', 'PROSPECT', '2026-02-02T00:00:00Z'),
            aClient('y', 'PROSPECT', '2026-02-01T00:00:00Z'),
        ],
        nextCursor: null,
        total: 4,
    }
    const more = withMore(board, 'PROSPECT', page)
    expect(ids(more, 'PROSPECT')).toEqual(['c', 'b', 'a', 'y'])
})
