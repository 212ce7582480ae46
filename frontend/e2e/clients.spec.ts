import type { Page } from '@playwright/test'
import { browserOf, expect, expectAccessible, test } from './firm'

const OURS = { 'Sec-Fetch-Site': 'same-origin' }
let made: string[] = []

/** A client that only this test knows. */
async function addClient(page: Page, change: object = {}) {
    const lastName = `Prueba${Date.now()}`
    const data = { firstName: 'Lista', lastName, email: `${lastName}@example.com`.toLowerCase(), ...change }
    const answer = await page.request.post('/api/v1/clients', { headers: OURS, data })
    expect(answer.status()).toBe(201)
    const client = (await answer.json()) as { id: string; version: number }
    made.push(client.id)
    return { ...client, name: `Lista ${lastName}`, lastName }
}

const patch = (page: Page, id: string, data: object) =>
    page.request.patch(`/api/v1/clients/${id}`, { headers: OURS, data })

const rows = (page: Page) => page.locator('[data-row]')
const row = (page: Page, name: string) => rows(page).filter({ hasText: name })
const panel = (page: Page, name: string) => page.getByRole('dialog', { name })
const count = (page: Page) =>
    page
        .getByRole('main')
        .getByRole('status')
        .filter({ hasText: /client/ })

async function open(page: Page, address = '/clients') {
    await page.goto(address)
    await expect(rows(page).first()).toBeVisible()
}

test.afterEach(async ({ room: page }) => {
    for (const id of made) await page.request.delete(`/api/v1/clients/${id}`, { headers: OURS })
    made = []
})

test('finds, filters and sorts, and the address says how', async ({ room: page }) => {
    const { lastName, name } = await addClient(page, { riskProfile: 'HIGH' })
    await open(page)
    await page.keyboard.press('/')
    await page.keyboard.type(lastName)
    await expect(page).toHaveURL(`/clients?q=${lastName}`)
    await expect(count(page)).toHaveText('1 cliente')
    await expect(rows(page)).toHaveCount(1)
    await expect(row(page, name)).toBeVisible()

    await page.getByRole('button', { name: 'Riesgo' }).click()
    await page.getByRole('option', { name: 'Conservador' }).click()
    await expect(page.getByText('Nadie coincide con lo que buscás')).toBeVisible()
    await page.getByRole('option', { name: 'Agresivo' }).click()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Riesgo: 2 elegidos' })).toBeVisible()
    await expect(row(page, name)).toBeVisible()
    // Each choice can be gone back from; what was typed came with the first of them.
    await page.goBack()
    await expect(page.getByRole('button', { name: 'Riesgo: Conservador' })).toBeVisible()

    await page.reload()
    await expect(page.getByRole('searchbox')).toHaveValue(lastName)
    await page.getByRole('button', { name: 'Limpiar', exact: true }).click()
    await expect(page).toHaveURL('/clients')
    await expect(page.getByRole('searchbox')).toHaveValue('')

    const header = page.getByRole('columnheader', { name: 'Nombre' })
    await expect(header).toHaveAttribute('aria-sort', 'none')
    await header.getByRole('button').click()
    await expect(page).toHaveURL('/clients?sort=lastName')
    await expect(header).toHaveAttribute('aria-sort', 'ascending')
    await header.getByRole('button').click()
    await expect(header).toHaveAttribute('aria-sort', 'descending')
    await page.getByRole('columnheader', { name: 'Alta' }).getByRole('button').click()
    await expect(page).toHaveURL('/clients')
    await expect(row(page, name)).toHaveAttribute('aria-rowindex', '2')
})

test('shows the columns that were chosen', async ({ room: page }) => {
    await open(page)
    await expect(page.getByRole('columnheader', { name: 'Correo' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Vista' }).click()
    await page.getByRole('dialog', { name: 'Vista' }).getByText('Correo').click()
    await expect(page).toHaveURL(/columns=/)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('columnheader', { name: 'Correo' })).toBeVisible()
    await page.getByRole('button', { name: 'Vista' }).click()
    await page.getByRole('dialog', { name: 'Vista' }).getByText('Correo').click()
    await expect(page).toHaveURL('/clients')
})

test('an address written by hand filters', async ({ room: page }) => {
    const client = await addClient(page, { phone: '+54 11 4321-5555' })
    await page.goto('/clients?q=5555')
    await expect(page.getByRole('searchbox')).toHaveValue('5555')
    await expect(row(page, client.name)).toBeVisible()
    await page.goto('/clients?stage=OPENING&q=5555')
    await expect(page.getByRole('button', { name: 'Etapa: Apertura' })).toBeVisible()
    await expect(page.getByRole('searchbox')).toHaveValue('5555')
    await expect(row(page, client.name)).toHaveCount(0)
})

test('who comes back finds the list and the board as they left them', async ({ room: page }) => {
    await open(page)
    await page.getByRole('button', { name: 'Riesgo' }).click()
    await page.getByRole('option', { name: 'Agresivo' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Vista' }).click()
    await page.getByRole('dialog', { name: 'Vista' }).getByText('Correo').click()
    await page.keyboard.press('Escape')
    const email = page.getByRole('columnheader', { name: 'Correo' })
    const risk = page.getByRole('button', { name: 'Riesgo: Agresivo' })
    await expect(email).toBeVisible()
    const left = page.url()

    await page.keyboard.press('g')
    await page.keyboard.press('i')
    await expect(page).toHaveURL('/')
    await page.getByRole('navigation', { name: 'Principal' }).getByRole('link', { name: 'Clientes' }).click()
    await expect(page).toHaveURL(left)
    await expect(risk).toBeVisible()
    await expect(email).toBeVisible()
    await page.goto('/')
    await page.goto('/clients')
    await expect(page).toHaveURL(left)

    // A link to all shows all, one to a stage all of that stage, and each with the columns that were chosen.
    await page.goto('/')
    await page.locator('main').getByRole('link', { name: 'Inversor activo' }).click()
    await expect(page.getByRole('button', { name: 'Etapa: Inversor activo' })).toBeVisible()
    await expect(risk).toHaveCount(0)
    await expect(email).toBeVisible()
    await page.goto('/')
    await page.getByRole('link', { name: 'Ver todos' }).click()
    await expect(email).toBeVisible()
    await expect(risk).toHaveCount(0)

    await page.goto('/pipeline')
    await page.getByRole('button', { name: 'Riesgo' }).click()
    await page.getByRole('option', { name: 'Conservador' }).click()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Riesgo: Conservador' })).toBeVisible()
    await page.goto('/')
    await page.goto('/pipeline')
    await expect(page.getByRole('button', { name: 'Riesgo: Conservador' })).toBeVisible()

    // What was looked for is of this tab, how the list looks is of the person.
    const other = await page.context().newPage()
    await open(other)
    await expect(other.getByRole('columnheader', { name: 'Correo' })).toBeVisible()
    await expect(other.getByRole('button', { name: 'Riesgo', exact: true })).toBeVisible()
})

test('shows whose clients they are to those who see more than their own', async ({ browser }) => {
    const context = await browserOf(browser, 'marta')
    const page = await context.newPage()
    await open(page)
    await expect(page.getByRole('columnheader', { name: 'Asesor' })).toBeVisible()
    const all = await count(page).textContent()
    await page.getByRole('button', { name: 'Asesor' }).first().click()
    await page.getByRole('option', { name: 'Ana' }).click()
    await page.keyboard.press('Escape')
    await expect(page).toHaveURL(/owner=/)
    await expect(count(page)).not.toHaveText(all ?? '')
    await context.close()
})

test('walks, opens and comes back by keyboard alone', async ({ room: page }) => {
    await open(page)
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox')).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(rows(page).first()).toBeFocused()
    await page.keyboard.press('End')
    await expect(page.locator('[data-row]:focus')).not.toHaveAttribute('data-row', '0')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await expect(page.locator('[data-row="1"]')).toBeFocused()

    await page.keyboard.press('Tab')
    await expect(page.locator('[data-row="1"] [data-menu]')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menuitem', { name: 'Abrir' })).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(panel(page, 'Editar cliente').getByLabel('Nombre', { exact: true })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(panel(page, 'Editar cliente')).toHaveCount(0)
    await expect(page.locator('[data-row="1"]')).toBeFocused()

    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/clients\/[0-9a-f-]{36}$/)
    await page.goBack()
    await expect(rows(page).first()).toBeVisible()
})

test('creates a client, refuses a taken address, and edits', async ({ room: page }) => {
    const taken = await addClient(page)
    const lastName = `Nueva${Date.now()}`
    await open(page)
    await page.keyboard.press('c')
    const fresh = panel(page, 'Cliente nuevo')
    await expect(page).toHaveURL('/clients?panel=new')
    await fresh.getByLabel('Nombre', { exact: true }).fill('Lista')
    await fresh.getByRole('button', { name: 'Crear cliente' }).click()
    await expect(fresh.getByLabel('Apellido')).toBeFocused()
    await fresh.getByLabel('Apellido').fill(lastName)
    await fresh.getByLabel('Correo').fill(`${taken.lastName}@example.com`)
    await fresh.getByLabel('Ahorro mensual').fill('1.500,50')
    await fresh.getByRole('combobox', { name: 'Referido por' }).fill(taken.lastName)
    await page.getByRole('option', { name: taken.name }).click()
    await page.keyboard.press('Control+Enter')
    await expect(fresh.getByLabel('Correo')).toBeFocused()
    await expect(fresh.getByLabel('Correo')).toHaveAttribute('aria-invalid', 'true')

    await fresh.getByLabel('Correo').fill(`${lastName}@example.com`)
    await page.keyboard.press('Control+Enter')
    await expect(fresh).toHaveCount(0)
    await expect(page).toHaveURL('/clients')
    await expect(row(page, lastName)).toBeVisible()

    await page.getByRole('button', { name: `Acciones de Lista ${lastName}` }).click()
    await page.getByRole('menuitem', { name: 'Editar' }).click()
    const edit = panel(page, 'Editar cliente')
    await expect(edit.getByLabel('Ahorro mensual')).toHaveValue('1.500,5')
    await expect(edit.getByRole('combobox', { name: 'Referido por' })).toHaveValue(taken.name)
    await edit.getByLabel('Nombre', { exact: true }).fill('Cambiada')
    const [sent] = await Promise.all([
        page.waitForRequest((request) => request.method() === 'PATCH'),
        edit.getByRole('button', { name: 'Guardar cambios' }).click(),
    ])
    expect(sent.postDataJSON()).toEqual({ firstName: 'Cambiada' })
    expect(sent.headers()['if-match']).toBe('"0"')
    await expect(row(page, `Cambiada ${lastName}`)).toBeVisible()
    made.push(sent.url().split('/').at(-1) ?? '')
})

test('joins the work of two people at one client', async ({ room: page }) => {
    const client = await addClient(page)
    // Without hints, so that only the refusal tells.
    await page.routeWebSocket(/\/ws\//, () => undefined)
    await open(page, `/clients?panel=${client.id}`)
    const edit = panel(page, 'Editar cliente')
    await edit.getByLabel('Notas').fill('Lo mío')
    await patch(page, client.id, { firstName: 'Ajena', notes: 'Lo de otro' })
    await edit.getByRole('button', { name: 'Guardar cambios' }).click()
    await expect(edit.getByRole('alert')).toContainText('Otra persona cambió este cliente')
    await edit.getByRole('button', { name: 'Traer sus cambios' }).click()
    await expect(edit.getByLabel('Nombre', { exact: true })).toHaveValue('Ajena')
    await expect(edit.getByLabel('Notas')).toHaveValue('Lo mío')
    await edit.getByRole('button', { name: 'Guardar cambios' }).click()
    await expect(edit).toHaveCount(0)
    await expect(row(page, `Ajena ${client.lastName}`)).toBeVisible()
})

test('asks before what was typed is lost', async ({ room: page }) => {
    await open(page)
    await page.getByRole('button', { name: 'Cliente nuevo' }).click()
    const fresh = panel(page, 'Cliente nuevo')
    const question = page.getByRole('alertdialog', { name: '¿Descartar lo que escribiste?' })
    await fresh.getByLabel('Nombre', { exact: true }).fill('Zoe')
    await page.goBack()
    await expect(question).toBeVisible()
    await question.getByRole('button', { name: 'Cancelar' }).click()
    await expect(fresh.getByLabel('Nombre', { exact: true })).toHaveValue('Zoe')
    await page.keyboard.press('Escape')
    await question.getByRole('button', { name: 'Descartar cambios' }).click()
    await expect(fresh).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Cliente nuevo' })).toBeFocused()
})

test('who is new waits behind a button, and no row moves under the pointer', async ({ room: page }) => {
    const known = await addClient(page)
    await open(page)
    await row(page, known.name).hover()
    const place = await row(page, known.name).boundingBox()
    const total = Number(/\d+/.exec((await count(page).textContent()) ?? '')?.[0])
    await page.waitForTimeout(500)
    const one = await addClient(page)
    await expect(page.getByRole('button', { name: '1 nuevo' })).toBeVisible()
    const two = await addClient(page)
    const news = page.getByRole('button', { name: '2 nuevos' })
    await expect(news).toBeVisible()
    // Who changed changes in place.
    await patch(page, known.id, { firstName: 'Ajena' })
    await expect(row(page, `Ajena ${known.lastName}`)).toBeVisible()
    expect(await row(page, known.lastName).boundingBox()).toEqual(place)
    await expect(row(page, one.name)).toHaveCount(0)
    await expect(count(page)).toHaveText(`${total} clientes`)
    await expectAccessible(page)

    await news.click()
    await expect(row(page, two.name)).toBeFocused()
    await expect(row(page, two.name)).toHaveAttribute('data-row', '0')
    await expect(row(page, one.name)).toHaveAttribute('data-row', '1')
    await expect(news).toHaveCount(0)
    await expect(count(page)).toHaveText(`${total + 2} clientes`)
})

test('nobody waits who is not of the list', async ({ room: page }) => {
    const known = await addClient(page, { riskProfile: 'HIGH' })
    await open(page, '/clients?risk=HIGH')
    await expect(row(page, known.name)).toBeVisible()
    await page.waitForTimeout(500)
    await addClient(page, { riskProfile: 'LOW' })
    await addClient(page, { riskProfile: 'HIGH' })
    await expect(page.getByRole('button', { name: '1 nuevo' })).toBeVisible()
})

test('reads an amount as people write it, says how, and asks where it is in doubt', async ({
    room: page,
}) => {
    await open(page, '/clients?panel=new')
    const fresh = panel(page, 'Cliente nuevo')
    const amount = fresh.getByLabel('Ahorro mensual')
    await amount.fill('$ 1.500')
    await expect(fresh.getByText('= ARS 1.500,00')).toBeVisible()
    await amount.fill('USD 200')
    await expect(fresh.getByText('= USD 200,00')).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(fresh.getByRole('button', { name: 'USD Moneda' })).toBeVisible()
    await amount.fill('1500.000')
    const question = fresh.getByRole('group', { name: '¿Cuál de los dos montos es?' })
    await expect(question.getByRole('button')).toHaveText(['USD 1.500.000,00', 'USD 1.500,00'])
    await expectAccessible(page)
    const lastName = `Monto${Date.now()}`
    await fresh.getByLabel('Nombre', { exact: true }).fill('Lista')
    await fresh.getByLabel('Apellido').fill(lastName)
    await fresh.getByLabel('Correo').fill(`${lastName}@example.com`)
    await page.keyboard.press('Control+Enter')
    await expect(fresh.getByText('Elegí cuál de los dos montos es')).toBeVisible()
    await question.getByRole('button', { name: 'USD 1.500,00' }).click()
    await expect(amount).toHaveValue('1.500')
    const [created] = await Promise.all([
        page.waitForResponse((response) => response.request().method() === 'POST' && response.ok()),
        fresh.getByRole('button', { name: 'Crear cliente' }).click(),
    ])
    const client = (await created.json()) as { id: string; savingsCapacity: object }
    made.push(client.id)
    expect(client.savingsCapacity).toEqual({ amount: '1500.0000', currency: 'USD' })
})

test('archives with a way back', async ({ room: page }) => {
    const client = await addClient(page)
    await open(page)
    const archive = async () => {
        await page.getByRole('button', { name: `Acciones de ${client.name}` }).click()
        await page.getByRole('menuitem', { name: 'Archivar' }).click()
    }
    await archive()
    await expect(row(page, client.name)).toHaveCount(0)
    await page.getByRole('button', { name: 'Deshacer' }).click()
    await expect(row(page, client.name)).toBeVisible()

    await page.route(`**/api/v1/clients/${client.id}`, (route) => route.fulfill({ status: 500 }))
    await archive()
    await expect(page.getByText(`No se pudo archivar a ${client.name}`)).toBeVisible()
    await expect(row(page, client.name)).toBeVisible()
})

test('who is archived has a place, can be read, and comes back from there or from the client’s page', async ({
    room: page,
}) => {
    const client = await addClient(page)
    await page.request.delete(`/api/v1/clients/${client.id}`, { headers: OURS })
    await open(page)
    await expect(row(page, client.name)).toHaveCount(0)
    const archived = page.getByRole('button', { name: 'Archivados' })
    await archived.click()
    await expect(page).toHaveURL('/clients?archived=true')
    await expect(archived).toHaveAttribute('aria-pressed', 'true')
    await expect(row(page, client.name)).toBeVisible()
    await expectAccessible(page)

    await page.getByRole('button', { name: `Acciones de ${client.name}` }).click()
    await expect(page.getByRole('menuitem')).toHaveText(['Abrir', 'Restaurar'])
    await page.getByRole('menuitem', { name: 'Abrir' }).click()
    await expect(page.getByText(/^Archivado el .* primero hay que restaurarlo\.$/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Editar' })).toHaveCount(0)
    await expect(page.getByRole('button', { name: /^Etapa/ })).toHaveCount(0)
    await expect(page.getByRole('region', { name: 'Actividad' })).toContainText('archivó al cliente')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Restaurar' }).click()
    await expect(page.getByRole('button', { name: 'Editar' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Etapa: Prospecto. Cambiar' })).toBeVisible()

    await page.getByRole('button', { name: 'Archivar' }).click()
    await expect(page.getByText(`Archivaste a ${client.name}`)).toBeVisible()
    await open(page, '/clients?archived=true')
    await page.getByRole('button', { name: `Acciones de ${client.name}` }).click()
    await page.getByRole('menuitem', { name: 'Restaurar' }).click()
    await expect(page.getByText(`${client.name} está de vuelta`)).toBeVisible()
    await expect(row(page, client.name)).toHaveCount(0)
    await open(page)
    await expect(row(page, client.name)).toBeVisible()
})

test('the palette leads to the archived', async ({ room: page }) => {
    await page.goto('/')
    const search = page.getByRole('dialog').getByRole('searchbox')
    await expect(async () => {
        await page.keyboard.press('Control+k')
        await expect(search).toBeVisible({ timeout: 500 })
    }).toPass()
    await search.fill('archivados')
    await page.getByRole('menuitem', { name: 'Clientes archivados' }).click()
    await expect(page.getByRole('button', { name: 'Archivados' })).toHaveAttribute('aria-pressed', 'true')
})

test('why a client cannot come back is said in the reader’s language', async ({ room: page }) => {
    const email = `vuelve${Date.now()}@example.com`
    const client = await addClient(page, { email })
    await page.request.delete(`/api/v1/clients/${client.id}`, { headers: OURS })
    await addClient(page, { email, lastName: 'Otra' })
    await page.goto(`/clients/${client.id}`)
    await page.getByRole('button', { name: 'Restaurar' }).click()
    const message = page.getByRole('alertdialog').filter({ hasText: `No se pudo restaurar a ${client.name}` })
    await expect(message).toHaveText(`No se pudo restaurar a ${client.name}. Correo: ya es la dirección de otro cliente de este asesor`)
})

test('a phone is found by its digits, and is enough to enter a client', async ({ room: page }) => {
    const lastName = `Fono${Date.now()}`
    await open(page, '/clients?panel=new')
    const fresh = panel(page, 'Cliente nuevo')
    await fresh.getByLabel('Nombre', { exact: true }).fill('Lista')
    await fresh.getByLabel('Apellido').fill(lastName)
    await fresh.getByRole('button', { name: 'Crear cliente' }).click()
    await expect(fresh.getByLabel('Correo')).toHaveAttribute('aria-invalid', 'true')
    await expect(fresh.getByLabel('Correo')).toBeFocused()
    const digits = String(Date.now()).slice(-8)
    await fresh.getByLabel('Teléfono').fill(`+54 (11) ${digits.slice(0, 4)}-${digits.slice(4)}`)
    const [created] = await Promise.all([
        page.waitForResponse((response) => response.request().method() === 'POST' && response.ok()),
        fresh.getByRole('button', { name: 'Crear cliente' }).click(),
    ])
    const client = (await created.json()) as { id: string; email: null }
    made.push(client.id)
    expect(client.email).toBeNull()
    await page.getByRole('searchbox').fill(digits)
    await expect(rows(page)).toHaveCount(1)
    await expect(row(page, lastName)).toBeVisible()
    await page.goto(`/clients/${client.id}`)
    await expect(page.getByRole('link', { name: /@/ })).toHaveCount(0)
    await expect(page.getByText('Sin dato').first()).toBeVisible()
})

test('a manager hands a client to another advisor, who has it then, and can take that back', async ({
    browser,
    room: ana,
}) => {
    const client = await addClient(ana)
    await ana.goto(`/clients/${client.id}`)
    await expect(ana.getByRole('button', { name: 'Editar' })).toBeVisible()
    await expect(ana.getByRole('button', { name: 'Pasar a otro asesor…' })).toHaveCount(0)
    await ana.waitForTimeout(500)

    const context = await browserOf(browser, 'marta')
    const page = await context.newPage()
    await page.goto(`/clients/${client.id}`)
    await page.getByRole('button', { name: 'Pasar a otro asesor…' }).click()
    const dialog = panel(page, `Pasar a ${client.name} a otro asesor`)
    await dialog.getByRole('button', { name: 'Pasar', exact: true }).click()
    await expect(dialog.getByText('Elegí de quién es')).toHaveCount(2)
    await expectAccessible(page)
    await dialog.getByRole('button', { name: /Asesor/ }).click()
    await expect(page.getByRole('option', { name: /^Ana / })).toHaveCount(0)
    const other = page.getByRole('option').first()
    const name = (await other.textContent()) ?? ''
    await other.click()
    await dialog.getByRole('button', { name: 'Pasar', exact: true }).click()
    await expect(page.getByText(`${name} lleva ahora a ${client.name}`)).toBeVisible()
    await expect(page.getByRole('main')).toContainText(name)
    await expect(page.getByRole('region', { name: 'Actividad' })).toContainText(/pasó de .* a /)
    await expect(ana.getByRole('heading', { name: 'No encontramos a este cliente' })).toBeVisible()

    await page.keyboard.press('Control+z')
    await expect(page.getByRole('main').getByText(/^Ana /).first()).toBeVisible()
    await ana.reload()
    await expect(ana.getByRole('heading', { level: 1, name: client.name })).toBeVisible()
    await page.goto('/clients')
    await page.getByRole('button', { name: `Acciones de ${client.name}` }).click()
    await page.getByRole('menuitem', { name: 'Pasar a otro asesor…' }).click()
    await expect(dialog).toBeVisible()
    await context.close()
})

test('what somebody else changes arrives by itself', async ({ room: page, browser }) => {
    const client = await addClient(page)
    await open(page)
    await expect(row(page, client.name)).toBeVisible()
    await page.waitForTimeout(500)
    const context = await browserOf(browser, 'marta')
    await patch(await context.newPage(), client.id, { firstName: 'Ajena' })
    await expect(row(page, `Ajena ${client.lastName}`)).toBeVisible({ timeout: 2_000 })
    await context.close()
})

test('keeps what was typed when the session ends meanwhile', async ({ room: page }) => {
    const client = await addClient(page)
    await open(page, `/clients?panel=${client.id}`)
    const edit = panel(page, 'Editar cliente')
    await edit.getByLabel('Notas').fill('No se pierde')
    await page.route(`**/api/v1/clients/${client.id}`, (route) =>
        route.request().method() === 'PATCH' ? route.fulfill({ status: 401 }) : route.continue(),
    )
    await edit.getByRole('button', { name: 'Guardar cambios' }).click()
    await expect(page.getByRole('dialog', { name: 'Tu sesión terminó' })).toBeVisible()
    await expect(edit.getByLabel('Notas')).toHaveValue('No se pierde')
})

test('says what failed, and tries again', async ({ room: page, context: _ }) => {
    let isBroken = true
    await page.route('**/api/v1/clients?*', (route) =>
        isBroken ? route.fulfill({ status: 500 }) : route.continue(),
    )
    await page.goto('/clients')
    await expect(page.getByRole('alert')).toContainText('No se pudo cargar')
    isBroken = false
    await page.getByRole('button', { name: 'Reintentar' }).click()
    await expect(rows(page).first()).toBeVisible()

    // The form is at hand a little after the room.
    await page.waitForFunction(() =>
        performance.getEntriesByType('resource').some(({ name }) => name.includes('/ClientForm-')),
    )
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Cliente nuevo' }).click()
    const fresh = panel(page, 'Cliente nuevo')
    await fresh.getByLabel('Nombre', { exact: true }).fill('Sin')
    await fresh.getByLabel('Apellido').fill('Red')
    await fresh.getByLabel('Correo').fill('sin@example.com')
    await fresh.getByRole('button', { name: 'Crear cliente' }).click()
    await expect(fresh.getByRole('alert')).toContainText('No hay conexión con el servidor')
    await expect(fresh.getByLabel('Apellido')).toHaveValue('Red')
    await page.context().setOffline(false)
})

for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing wrong, ${colorScheme}`, async ({ browser }) => {
        const context = await browserOf(browser, 'marta', { colorScheme })
        const page = await context.newPage()
        await open(page)
        await expectAccessible(page)
        await page.getByRole('button', { name: 'Etapa' }).first().click()
        await expect(page.getByRole('listbox')).toBeVisible()
        await expectAccessible(page)
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: 'Vista' }).click()
        await expectAccessible(page)
        await open(page, '/clients?panel=new')
        await expect(panel(page, 'Cliente nuevo').getByLabel('Correo')).toBeVisible()
        await page.waitForTimeout(400)
        await expectAccessible(page)
        await context.close()
    })
}

test.describe('on a phone', () => {
    test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

    test('shows cards, and scrolls nothing sideways', async ({ room: page }) => {
        await open(page)
        await expect(page.getByRole('columnheader')).toHaveCount(0)
        await expectAccessible(page)
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(width).toBe(360)
        await page.getByRole('button', { name: 'Vista' }).tap()
        await page.getByRole('button', { name: /Orden/ }).tap()
        await page.getByRole('option', { name: 'Apellido, A a Z' }).tap()
        await expect(page).toHaveURL('/clients?sort=lastName')
        await open(page, '/clients?panel=new')
        await expect(panel(page, 'Cliente nuevo').getByLabel('Correo')).toBeVisible()
        await page.waitForTimeout(400)
        await expectAccessible(page)
    })
})
