import { useQuery } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { toasts } from '@/design/toast'
import { clientNumber, LUCIA } from '@/testing/clients'
import { show } from '@/testing/render'
import { problem, server } from '@/testing/server'
import { clientsQuery, listFilter } from './queries'
import { useArchive } from './useArchive'

function List() {
    const archive = useArchive()
    const { data } = useQuery(clientsQuery(listFilter({}), null))
    return (
        <>
            <p>{data?.total} en total</p>
            <ul>
                {data?.items.map((client) => (
                    <li key={client.id}>{client.firstName}</li>
                ))}
            </ul>
            <button onClick={() => void archive(LUCIA)}>Archivar</button>
        </>
    )
}

const OTHER = clientNumber(1)

beforeEach(() => toasts.clear())

function serve(...clients: (typeof LUCIA)[]) {
    server.on('GET', '/api/v1/clients', { items: clients, nextCursor: null, total: clients.length })
}

async function archiveLucia() {
    serve(LUCIA, OTHER)
    show(<List />)
    await screen.findByText('Lucía')
    await userEvent.click(screen.getByText('Archivar'))
}

it('is gone before the server answers', async () => {
    let finish: (() => void) | undefined
    server.on('DELETE', '/api/v1/clients/*', async () => {
        await new Promise<void>((resolve) => (finish = resolve))
        serve(OTHER)
        return new Response(null, { status: 204 })
    })
    await archiveLucia()
    await waitFor(() => expect(screen.queryByText('Lucía')).not.toBeInTheDocument())
    expect(screen.getByText('1 en total')).toBeVisible()
    finish?.()
    expect(await screen.findByText('Archivaste a Lucía Fernández')).toBeVisible()
})

it('comes back when that is undone', async () => {
    server.on('DELETE', '/api/v1/clients/*', () => new Response(null, { status: 204 }))
    server.on('POST', `/api/v1/clients/${LUCIA.id}/restore`, LUCIA)
    await archiveLucia()
    await userEvent.click(await screen.findByRole('button', { name: 'Deshacer' }))
    expect(await screen.findByText('Lucía')).toBeVisible()
    await waitFor(() =>
        expect(server.requests.some(({ path }) => path === `/api/v1/clients/${LUCIA.id}/restore`)).toBe(true),
    )
})

it('comes back and says why when the server refuses', async () => {
    server.on('DELETE', '/api/v1/clients/*', () => problem(500, 'Broken'))
    await archiveLucia()
    expect(await screen.findByText(/No se pudo archivar a Lucía Fernández\./)).toBeVisible()
    expect(screen.getByText('Lucía')).toBeVisible()
    expect(screen.getByText('2 en total')).toBeVisible()
})
