import { archive, makeClient, openLive } from './clients'
import { browserOf, expect, expectAccessible, test } from './firm'

const stage = (name: string) => ({ name: `Etapa: ${name}. Cambiar` })

test('shows who the client is, and what happened', async ({ room }) => {
    await openLive(room, '/pipeline')
    const referrer = await makeClient(room)
    const client = await makeClient(room, {
        phone: '+54 11 4444-5555',
        riskProfile: 'HIGH',
        leadSource: 'REFERRAL',
        notes: 'Prefiere la mañana.',
        savingsCapacity: { amount: '1250.50', currency: 'USD' },
        referredByClientId: referrer.id,
    })
    await room.goto(`/clients/${client.id}`)
    await expect(room.getByRole('heading', { level: 1, name: client.name })).toBeVisible()
    await expect(room).toHaveTitle(`${client.name} · Cactus`)
    await expect(room.getByRole('link', { name: '+54 11 4444-5555' })).toHaveAttribute(
        'href',
        'tel:+541144445555',
    )
    await expect(room.getByRole('link', { name: '@example.com' })).toHaveAttribute('href', /^mailto:prueba/)
    await expect(room.getByText('Agresivo')).toBeVisible()
    await expect(room.getByText('USD 1.250,50')).toBeVisible()
    await expect(room.getByText('Prefiere la mañana.')).toBeVisible()
    await expect(room.getByRole('region', { name: 'Actividad' })).toContainText('agregó al cliente')

    await room.getByRole('link', { name: referrer.name }).click()
    await expect(room.getByRole('heading', { level: 1, name: referrer.name })).toBeVisible()
    await archive(room, client)
    await archive(room, referrer)
})

test('a move shows at once, in the history and in the timeline', async ({ room }) => {
    await openLive(room, '/pipeline')
    const client = await makeClient(room)
    await room.goto(`/clients/${client.id}`)
    await room.getByRole('button', stage('Prospecto')).press('Enter')
    await room.getByRole('menuitem', { name: 'Apertura' }).press('Enter')
    await expect(room.getByRole('button', stage('Apertura'))).toBeVisible()
    const history = room.getByRole('region', { name: 'Recorrido por el pipeline' })
    await expect(history.getByRole('row')).toHaveCount(3)
    await expect(history.getByRole('row', { name: /Apertura/ })).toContainText('hasta hoy')
    await expect(room.getByRole('region', { name: 'Actividad' })).toContainText('lo pasó de')
    await archive(room, client)
})

test('a move made elsewhere arrives by itself', async ({ room, browser, contextOptions }) => {
    await openLive(room, '/pipeline')
    const client = await makeClient(room)
    await openLive(room, `/clients/${client.id}`)
    await expect(room.getByRole('button', stage('Prospecto'))).toBeVisible()
    const other = await (await browserOf(browser, 'marta', contextOptions)).newPage()
    await other.goto(`/clients/${client.id}`)
    await other.getByRole('button', stage('Prospecto')).click()
    await other.getByRole('menuitem', { name: 'Contactado' }).click()
    await expect(room.getByRole('button', stage('Contactado'))).toBeVisible()
    await other.context().close()
    await archive(room, client)
})

test('a refused move is taken back', async ({ room }) => {
    await openLive(room, '/pipeline')
    const client = await makeClient(room)
    await room.goto(`/clients/${client.id}`)
    await room.route('**/stage', (route) => route.fulfill({ status: 500 }))
    await room.getByRole('button', stage('Prospecto')).click()
    await room.getByRole('menuitem', { name: 'Apertura' }).click()
    await expect(room.getByText('El servidor no pudo responder.')).toBeVisible()
    await expect(room.getByRole('button', stage('Prospecto'))).toBeVisible()
    await room.unroute('**/stage')
    await archive(room, client)
})

test('a client who is not there is told kindly, and that one was archived by somebody else meanwhile', async ({
    room,
}) => {
    await room.goto('/clients/01890000-0000-7000-8000-0000000000ff')
    await expect(room.getByRole('heading', { name: 'No encontramos a este cliente' })).toBeVisible()
    await expectAccessible(room)
    const client = await makeClient(room)
    await openLive(room, `/clients/${client.id}`)
    await expect(room.getByRole('heading', { level: 1, name: client.name })).toBeVisible()
    await archive(room, client)
    await expect(room.getByText(/^Archivado el /)).toBeVisible()
    await expect(room.getByRole('heading', { level: 1, name: client.name })).toBeVisible()
    await expect(room.getByRole('button', { name: 'Editar' })).toHaveCount(0)
})

test('a part that fails does not take the page with it', async ({ room }) => {
    await openLive(room, '/pipeline')
    const client = await makeClient(room)
    await room.route('**/activities*', (route) => route.fulfill({ status: 403, json: { title: 'No' } }))
    await room.goto(`/clients/${client.id}`)
    const activity = room.getByRole('region', { name: 'Actividad' })
    await expect(activity.getByText('No se pudo cargar')).toBeVisible()
    await room.unroute('**/activities*')
    await activity.getByRole('button', { name: 'Reintentar' }).click()
    await expect(activity).toContainText('agregó al cliente')
    await archive(room, client)
})

for (const contextOptions of [
    { colorScheme: 'light' as const },
    { colorScheme: 'dark' as const },
    { viewport: { width: 360, height: 740 } },
]) {
    test.describe(JSON.stringify(contextOptions), () => {
        test.use({ contextOptions })

        test('axe finds nothing, and nothing is wider than the window', async ({ room }) => {
            await openLive(room, '/pipeline')
            const client = await makeClient(room, { notes: 'Una nota.' })
            await room.goto(`/clients/${client.id}`)
            await expect(room.getByRole('region', { name: 'Actividad' })).toContainText('agregó al cliente')
            await expectAccessible(room)
            const { scroll, window } = await room.evaluate(() => ({
                scroll: document.documentElement.scrollWidth,
                window: innerWidth,
            }))
            expect(scroll).toBe(window)
            await archive(room, client)
        })
    })
}
