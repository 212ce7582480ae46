import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { toasts } from '@/design/toast'
import { LUCIA } from '@/testing/clients'
import { ANA, show } from '@/testing/render'
import { problem, server } from '@/testing/server'
import { ClientPanel } from './ClientPanel'
import { clientQuery } from './queries'

const onClose = vi.fn()

beforeEach(() => {
    onClose.mockReset()
    toasts.clear()
    server.on('GET', '/api/v1/clients', { items: [], nextCursor: null, total: 0 })
    server.on('GET', '/api/v1/users', { items: [ANA], nextCursor: null, total: 1 })
    server.on('GET', '/api/v1/clients/*', LUCIA)
})

const sent = (method: string) => server.requests.filter((request) => request.method === method)

async function type(label: string, text: string) {
    const field = await screen.findByLabelText(label)
    await userEvent.clear(field)
    await userEvent.paste(text)
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

it('creates a client with what was typed, and reads the amount as it is written here', async () => {
    server.on('POST', '/api/v1/clients', { ...LUCIA, version: 0 })
    show(<ClientPanel clientId="new" onClose={onClose} />)
    await type('Nombre', ' Lucía ')
    await type('Apellido', 'Fernández')
    await type('Correo', 'lucia@example.com')
    await type('Ahorro mensual', '1.500,50')
    await press('Crear cliente')
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
    expect(sent('POST')[0]?.body).toEqual({
        firstName: 'Lucía',
        lastName: 'Fernández',
        email: 'lucia@example.com',
        phone: null,
        riskProfile: 'MEDIUM',
        leadSource: null,
        referredByClientId: null,
        savingsCapacity: { amount: '1500.5', currency: 'ARS' },
        portfolioName: null,
        notes: null,
        stage: 'PROSPECT',
    })
})

it('takes the currency from the amount, and says how it reads it', async () => {
    server.on('POST', '/api/v1/clients', { ...LUCIA, version: 0 })
    show(<ClientPanel clientId="new" onClose={onClose} />)
    await type('Nombre', 'Lucía')
    await type('Apellido', 'Fernández')
    await type('Correo', 'lucia@example.com')
    await type('Ahorro mensual', 'USD 200')
    expect(screen.getByLabelText('Ahorro mensual')).toHaveAccessibleDescription(/^= USD\s200,00$/)
    await userEvent.tab()
    expect(screen.getByLabelText('Ahorro mensual')).toHaveValue('200')
    expect(screen.getByRole('button', { name: 'USD Moneda' })).toBeVisible()
    await press('Crear cliente')
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
    expect(sent('POST')[0]?.body).toMatchObject({ savingsCapacity: { amount: '200', currency: 'USD' } })
})

it('asks which of two amounts is meant, and saves neither before', async () => {
    server.on('POST', '/api/v1/clients', { ...LUCIA, version: 0 })
    show(<ClientPanel clientId="new" onClose={onClose} />)
    await type('Nombre', 'Lucía')
    await type('Apellido', 'Fernández')
    await type('Correo', 'lucia@example.com')
    await type('Ahorro mensual', '1500.000')
    const question = screen.getByRole('group', { name: '¿Cuál de los dos montos es?' })
    expect(question).toHaveTextContent(/ARS\s1\.500\.000,00ARS\s1\.500,00$/)
    await press('Crear cliente')
    expect(await screen.findByText('Elegí cuál de los dos montos es')).toBeVisible()
    expect(sent('POST')).toEqual([])

    await userEvent.click(screen.getByRole('button', { name: /^ARS\s1\.500,00$/ }))
    expect(question).not.toBeInTheDocument()
    expect(screen.getByLabelText('Ahorro mensual')).toHaveValue('1.500')
    await press('Crear cliente')
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
    expect(sent('POST')[0]?.body).toMatchObject({ savingsCapacity: { amount: '1500', currency: 'ARS' } })
})

it('takes a phone in place of an address, and asks for one of the two', async () => {
    server.on('POST', '/api/v1/clients', { ...LUCIA, version: 0 })
    show(<ClientPanel clientId="new" onClose={onClose} />)
    await type('Nombre', 'Lucía')
    await press('Crear cliente')
    await waitFor(() => expect(screen.getByLabelText('Correo')).toBeInvalid())
    expect(screen.getByLabelText('Apellido')).toHaveAccessibleDescription('Falta completar')
    await type('Apellido', 'Fernández')
    await type('Teléfono', '+54 11 5555-0101')
    await press('Crear cliente')
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
    expect(sent('POST')[0]?.body).toMatchObject({ email: null, phone: '+54 11 5555-0101' })
})

it('asks for what is missing before it asks the server', async () => {
    show(<ClientPanel clientId="new" onClose={onClose} />)
    await type('Correo', 'no es un correo')
    await type('Ahorro mensual', 'mucho')
    await press('Crear cliente')
    expect(await screen.findAllByText('Falta completar')).toHaveLength(2)
    expect(screen.getByLabelText('Correo')).toHaveAccessibleDescription(/No parece un correo/)
    expect(screen.getByLabelText('Ahorro mensual')).toHaveAccessibleDescription(/No parece un monto/)
    expect(sent('POST')).toEqual([])
})

it('sends only what changed, of the version that was seen', async () => {
    let ifMatch: string | null = null
    server.on('PATCH', '/api/v1/clients/*', (request) => {
        ifMatch = request.headers.get('If-Match')
        return Response.json({ ...LUCIA, phone: null, version: 4 })
    })
    show(<ClientPanel clientId={LUCIA.id} onClose={onClose} />)
    expect(await screen.findByLabelText('Ahorro mensual')).toHaveValue('1.500,5')
    await type('Teléfono', '')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
    expect(sent('PATCH')[0]?.body).toEqual({ phone: null })
    expect(ifMatch).toBe('"3"')
})

it('shows a taken address at its field', async () => {
    server.on('PATCH', '/api/v1/clients/*', () =>
        problem(409, 'Conflict', [{ field: 'email', message: 'ya es de otro cliente' }]),
    )
    show(<ClientPanel clientId={LUCIA.id} onClose={onClose} />)
    await type('Correo', 'otra@example.com')
    await press('Guardar cambios')
    await waitFor(() =>
        expect(screen.getByLabelText('Correo')).toHaveAccessibleDescription('ya es de otro cliente'),
    )
    expect(screen.getByLabelText('Correo')).toHaveFocus()
    expect(onClose).not.toHaveBeenCalled()
})

it('says what failed elsewhere, and keeps what was typed', async () => {
    server.on('PATCH', '/api/v1/clients/*', () => problem(500, 'Broken'))
    show(<ClientPanel clientId={LUCIA.id} onClose={onClose} />)
    await type('Teléfono', '11 4444 4444')
    await press('Guardar cambios')
    expect(await screen.findByRole('alert')).toHaveTextContent('El servidor no pudo responder')
    expect(screen.getByLabelText('Teléfono')).toHaveValue('11 4444 4444')
})

it('joins what somebody else changed with what was typed here', async () => {
    const theirs = { ...LUCIA, firstName: 'Luciana', notes: 'Mejor de tarde', version: 4 }
    let now = LUCIA
    server.on('GET', '/api/v1/clients/*', () => Response.json(now))
    server.on('PATCH', '/api/v1/clients/*', (request) => {
        if (request.headers.get('If-Match') !== '"4"') {
            now = theirs
            return problem(412, 'Precondition failed')
        }
        return Response.json({ ...theirs, phone: null, notes: 'Yo digo otra cosa', version: 5 })
    })
    show(<ClientPanel clientId={LUCIA.id} onClose={onClose} />)
    await type('Notas', 'Yo digo otra cosa')
    await press('Guardar cambios')
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('Otra persona cambió este cliente mientras lo editabas: Nombre y Notas.')
    expect(alert).toHaveTextContent('también en Notas')
    await press('Traer sus cambios')
    expect(screen.getByLabelText('Nombre')).toHaveValue('Luciana')
    expect(screen.getByLabelText('Notas')).toHaveValue('Yo digo otra cosa')
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    await press('Guardar cambios')
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
    expect(sent('PATCH')[1]?.body).toEqual({ notes: 'Yo digo otra cosa' })
})

it('follows what others change while nothing was typed', async () => {
    const { queries } = show(<ClientPanel clientId={LUCIA.id} onClose={onClose} />)
    expect(await screen.findByLabelText('Nombre')).toHaveValue('Lucía')
    queries.setQueryData(clientQuery(LUCIA.id).queryKey, { ...LUCIA, firstName: 'Luciana', version: 4 })
    await waitFor(() => expect(screen.getByLabelText('Nombre')).toHaveValue('Luciana'))
})

it('asks before what was typed is lost', async () => {
    show(<ClientPanel clientId={LUCIA.id} onClose={onClose} />)
    await type('Teléfono', '11 4444 4444')
    await press('Cancelar')
    const question = await screen.findByRole('alertdialog', { name: '¿Descartar lo que escribiste?' })
    expect(question).toBeVisible()
    expect(onClose).not.toHaveBeenCalled()
    await press('Descartar cambios')
    expect(onClose).toHaveBeenCalledOnce()
})

it('closes at once where nothing was typed', async () => {
    show(<ClientPanel clientId={LUCIA.id} onClose={onClose} />)
    await screen.findByLabelText('Nombre')
    await press('Cancelar')
    expect(onClose).toHaveBeenCalledOnce()
})

it('makes an administrator say whose the client is', async () => {
    show(<ClientPanel clientId="new" onClose={onClose} />, { user: { ...ANA, role: 'ADMIN' } })
    await type('Nombre', 'Lucía')
    await type('Apellido', 'Fernández')
    await type('Correo', 'lucia@example.com')
    await press('Crear cliente')
    expect(await screen.findByText('Elegí de quién es')).toBeVisible()
})
