import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { boardQuery } from '@/rooms/clients/queries'
import { aBoard, aClient } from '@/testing/clients'
import type { Board as BoardData } from '@/rooms/clients/board'
import { useQuery } from '@tanstack/react-query'
import { ANA, show } from '@/testing/render'
import { problem, server } from '@/testing/server'
import { Board } from './Board'

const eva = { ...aClient('eva', 'PROSPECT', '2026-02-02T00:00:00Z'), lastName: 'Peña' }
const tom = { ...aClient('tom', 'PROSPECT', '2026-02-01T00:00:00Z'), lastName: 'Soto' }
const search = {}

function Room() {
    const { data } = useQuery(boardQuery(search))
    return data && <Board board={data} search={search} owners={undefined} />
}

function showBoard(board: BoardData, user = ANA) {
    server.on('GET', '/api/v1/clients/board', board)
    return show(<Room />, { user })
}

const board = aBoard({ PROSPECT: [eva, tom], CONTACTED: [], FIRST_MEETING: [] })
const card = (name: string) => screen.findByRole('link', { name })
const column = (name: string) => within(screen.getByRole('region', { name }))

it('moves with the keyboard, says so and takes the focus along', async () => {
    server.on('PUT', '/api/v1/clients/*/stage', { ...eva, stage: 'CONTACTED', version: 1 })
    showBoard(board)
    ;(await card('Lucía Peña')).focus()
    await userEvent.keyboard('{]}')
    expect(column('Contactado').getByRole('link', { name: 'Lucía Peña' })).toHaveFocus()
    expect(screen.getByRole('log', { name: 'Movimientos' })).toHaveTextContent('Lucía Peña pasó a Contactado')
    expect(server.requests.at(-1)).toMatchObject({ method: 'PUT', body: { stage: 'CONTACTED' } })
})

it('gives card and focus back when the server refuses, and says why', async () => {
    const ben = { ...aClient('ben', 'PROSPECT', '2026-02-02T00:00:00Z'), lastName: 'Paz' }
    server.on('PUT', '/api/v1/clients/*/stage', () => problem(403, 'Not yours'))
    showBoard(aBoard({ PROSPECT: [ben, tom], CONTACTED: [] }))
    ;(await card('Lucía Paz')).focus()
    await userEvent.keyboard('{]}')
    expect(await screen.findByText('Not yours')).toBeInTheDocument()
    await waitFor(() => expect(column('Prospecto').getAllByRole('link')[0]).toHaveFocus())
    expect(column('Prospecto').getAllByRole('link')[0]).toHaveTextContent('Lucía Paz')
})

it('leads Tab to one card of each column and arrows to the rest', async () => {
    showBoard(board)
    const first = await card('Lucía Peña')
    expect(first).toHaveAttribute('tabindex', '0')
    expect(await card('Lucía Soto')).toHaveAttribute('tabindex', '-1')
    first.focus()
    await userEvent.keyboard('{ArrowDown}')
    expect(await card('Lucía Soto')).toHaveFocus()
    expect(first).toHaveAttribute('tabindex', '-1')
})

it('does not let compliance move', async () => {
    showBoard(board, { ...ANA, role: 'COMPLIANCE' })
    ;(await card('Lucía Peña')).focus()
    await userEvent.keyboard('{]}m')
    expect(column('Prospecto').getByRole('link', { name: 'Lucía Peña' })).toHaveFocus()
    expect(screen.queryByRole('button', { name: /^Mover a/ })).not.toBeInTheDocument()
    expect(server.requests.filter(({ method }) => method === 'PUT')).toEqual([])
})
