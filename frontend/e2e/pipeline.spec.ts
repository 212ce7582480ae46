import { archive, card, column, expectIn, makeClient, openLive, total } from './clients'
import { browserOf, expect, expectAccessible, test } from './firm'
import { heard, listen } from './hearing'

const MOVE = '**/api/v1/clients/*/stage'

test('a card dragged to another column stays there', async ({ room }) => {
    await openLive(room, '/pipeline')
    const client = await makeClient(room)
    await expectIn(room, client, 'Prospecto')
    const before = await total(room, 'Contactado')
    await card(room, client).dragTo(column(room, 'Contactado'))
    await expectIn(room, client, 'Contactado')
    expect(await total(room, 'Contactado')).toBe(before + 1)
    await expect(room.getByRole('log', { name: 'Movimientos' })).toHaveText(
        `${client.name} pasó a Contactado`,
    )
    await room.reload()
    await expectIn(room, client, 'Contactado')
    await archive(room, client)
    await expect(card(room, client)).toHaveCount(0)
})

test('the keyboard walks over the board, moves and opens', async ({ room }) => {
    await openLive(room, '/pipeline')
    const client = await makeClient(room)
    const link = card(room, client)
    await link.focus()
    await room.keyboard.press('ArrowDown')
    await expect(link).not.toBeFocused()
    await room.keyboard.press('ArrowUp')
    await expect(link).toBeFocused()
    await room.keyboard.press('ArrowRight')
    await expect(column(room, 'Contactado').getByRole('link').first()).toBeFocused()
    await room.keyboard.press('ArrowLeft')
    await expect(link).toBeFocused()

    await room.keyboard.press(']')
    await expectIn(room, client, 'Contactado')
    await expect(link).toBeFocused()
    await room.keyboard.press(']')
    await expectIn(room, client, 'Primera reunión')
    await expect(link).toBeFocused()
    await room.keyboard.press('[')
    await expectIn(room, client, 'Contactado')

    await room.keyboard.press('m')
    const menu = room.getByRole('menu', { name: `Mover a ${client.name} a…` })
    await expect(menu).toBeVisible()
    await expect(menu.getByRole('menuitemradio')).toHaveCount(10)
    await room.keyboard.press('Escape')
    await expect(link).toBeFocused()
    await room.keyboard.press('m')
    await menu.getByRole('menuitemradio', { name: 'Apertura' }).press('Enter')
    await expectIn(room, client, 'Apertura')
    await expect(link).toBeFocused()
    await expect(room.getByRole('log', { name: 'Movimientos' })).toHaveText(`${client.name} pasó a Apertura`)

    await room.keyboard.press('Enter')
    await expect(room.getByRole('heading', { level: 1, name: client.name })).toBeVisible()
    await archive(room, client)
})

test('each card has a button that moves it', async ({ room }) => {
    await openLive(room, '/pipeline')
    const client = await makeClient(room)
    await room.getByRole('button', { name: `Mover a ${client.name}`, exact: true }).click()
    await room.getByRole('menuitemradio', { name: 'Onboarding' }).click()
    await expectIn(room, client, 'Onboarding')
    await archive(room, client)
})

test('quick moves of one card end where the last one says', async ({ room }) => {
    await openLive(room, '/pipeline')
    const client = await makeClient(room)
    await room.route(MOVE, async (route) => {
        await new Promise((done) => setTimeout(done, 150))
        await route.continue()
    })
    await card(room, client).focus()
    for (let step = 0; step < 4; step++) {
        await room.keyboard.press(']')
        await expect(card(room, client)).toBeFocused()
    }
    await expectIn(room, client, 'Apertura')
    await room.waitForTimeout(800)
    await expectIn(room, client, 'Apertura')
    await room.reload()
    await expectIn(room, client, 'Apertura')
    await archive(room, client)
})

test('a move in one browser arrives in the other within a second', async ({
    room,
    browser,
    contextOptions,
}) => {
    await openLive(room, '/pipeline')
    const client = await makeClient(room)
    const other = await (await browserOf(browser, 'marta', contextOptions)).newPage()
    await openLive(other, '/pipeline')
    await expectIn(other, client, 'Prospecto')
    await card(room, client).focus()
    await room.keyboard.press(']')
    await expect(
        column(other, 'Contactado').getByRole('link', { name: client.name, exact: true }),
    ).toBeVisible({ timeout: 1_000 })
    await expect(other.getByRole('log', { name: 'Movimientos' })).toHaveText(
        `${client.name} pasó a Contactado`,
    )
    await other.context().close()
    await archive(room, client)
})

test('a move is undone by its message or by Ctrl Z, and everybody hears of both', async ({
    room,
    browser,
    contextOptions,
}) => {
    await listen(room)
    await openLive(room, '/pipeline')
    const client = await makeClient(room)
    const other = await (await browserOf(browser, 'marta', contextOptions)).newPage()
    await openLive(other, '/pipeline')
    await card(room, client).focus()
    await room.keyboard.press(']')
    await expectIn(other, client, 'Contactado')
    const message = room.getByRole('alertdialog').filter({ hasText: `${client.name} pasó a Contactado` })
    await message.getByRole('button', { name: 'Deshacer' }).click()
    await expect(message).toHaveCount(0)
    await expectIn(room, client, 'Prospecto')
    await expectIn(other, client, 'Prospecto')

    // Step by step, the latest first.
    await card(room, client).focus()
    await room.keyboard.press(']')
    await expectIn(room, client, 'Contactado')
    await room.keyboard.press(']')
    await expectIn(room, client, 'Primera reunión')
    await room.keyboard.press('Control+z')
    await expectIn(room, client, 'Contactado')
    await room.keyboard.press('Control+z')
    await expectIn(room, client, 'Prospecto')
    await expect(card(room, client)).toBeFocused()
    await expectIn(other, client, 'Prospecto')
    // Nothing is left to undo.
    await room.keyboard.press('Control+z')
    await expectIn(room, client, 'Prospecto')
    expect(await heard(room, client.name)).toEqual(
        ['Contactado', 'Prospecto', 'Contactado', 'Primera reunión', 'Contactado', 'Prospecto'].map(
            (stage) => `${client.name} pasó a ${stage}`,
        ),
    )

    // Nor is it where somebody else moved it on.
    await room.keyboard.press(']')
    await expectIn(other, client, 'Contactado')
    await card(other, client).focus()
    await other.keyboard.press(']')
    await expectIn(room, client, 'Primera reunión')
    await room.keyboard.press('Control+z')
    await expect(room.getByText(`${client.name} ya no está en Contactado`)).toBeVisible()
    await expectIn(room, client, 'Primera reunión')
    await other.context().close()

    // Of what she did herself, ana is not notified.
    const notified = await room.evaluate(async (name) => {
        const answer = await fetch('/api/v1/notifications?limit=20')
        const { items } = (await answer.json()) as { items: { kind: string; text: string }[] }
        return items.filter(({ text }) => text.includes(name)).map(({ kind }) => kind)
    }, client.name)
    expect(notified).toEqual(['STAGE_CHANGED'])

    // Whoever is told of moves was told of all eight.
    const kinds = await room.evaluate(async (path) => {
        const answer = await fetch(path)
        return ((await answer.json()) as { items: { kind: string }[] }).items.map(({ kind }) => kind)
    }, `/api/v1/clients/${client.id}/activities`)
    expect(kinds.filter((kind) => kind === 'STAGE_CHANGED')).toHaveLength(8)
    await archive(room, client)
})

test('Ctrl Z in a field is the field’s own', async ({ room }) => {
    await openLive(room, '/pipeline')
    const client = await makeClient(room)
    await card(room, client).focus()
    await room.keyboard.press(']')
    await expectIn(room, client, 'Contactado')
    await room.getByRole('searchbox').focus()
    await room.keyboard.type('Lu')
    await room.keyboard.press('Control+z')
    await expect(room.getByRole('searchbox')).not.toHaveValue('Lu')
    await room.getByRole('searchbox').fill('')
    await expectIn(room, client, 'Contactado')
    await archive(room, client)
})

test('a screen reader hears a move that somebody else made once', async ({
    room,
    browser,
    contextOptions,
}) => {
    await listen(room)
    await openLive(room, '/pipeline')
    const client = await makeClient(room)
    await expectIn(room, client, 'Prospecto')
    const other = await (await browserOf(browser, 'marta', contextOptions)).newPage()
    await openLive(other, '/pipeline')
    await expectIn(other, client, 'Prospecto')
    await card(other, client).focus()
    await other.keyboard.press(']')
    await expectIn(room, client, 'Contactado')
    // The notification has come when the inbox has it; a little later it has been read out, if it ever is.
    await expect
        .poll(() =>
            room.evaluate(async (name) => {
                const answer = await fetch('/api/v1/notifications?limit=5')
                const { items } = (await answer.json()) as { items: { kind: string; text: string }[] }
                return items.filter(({ kind, text }) => kind === 'STAGE_CHANGED' && text.includes(name))
                    .length
            }, client.name),
        )
        .toBe(1)
    await room.waitForTimeout(500)
    const moves = (await heard(room, client.name)).filter((said) => said.includes('Contactado'))
    expect(moves).toHaveLength(1)
    await other.context().close()
    await archive(room, client)
})

test('cards that others bring wait while somebody points at the column', async ({ room }) => {
    await openLive(room, '/pipeline')
    const first = await makeClient(room)
    await expectIn(room, first, 'Prospecto')
    await card(room, first).hover()
    const place = await card(room, first).boundingBox()
    const second = await makeClient(room)
    const third = await makeClient(room)
    const news = column(room, 'Prospecto').getByRole('button', { name: '2 nuevos' })
    await expect(news).toBeVisible()
    expect(await card(room, first).boundingBox()).toEqual(place)
    await expect(card(room, second)).toHaveCount(0)
    await expectAccessible(room)

    await news.click()
    await expect(card(room, third)).toBeFocused()
    await expect(card(room, second)).toBeVisible()
    await expect(news).toHaveCount(0)

    // Nobody points at it: they come at once.
    await room.getByRole('searchbox').click()
    const fourth = await makeClient(room)
    await expectIn(room, fourth, 'Prospecto')
    for (const client of [first, second, third, fourth]) await archive(room, client)
})

test('a refused move puts the card back where it was, and says why', async ({ room }) => {
    await openLive(room, '/pipeline')
    const older = await makeClient(room)
    const newer = await makeClient(room)
    await expectIn(room, newer, 'Prospecto')
    await room.route(MOVE, (route) => route.fulfill({ status: 500 }))
    await card(room, older).focus()
    await room.keyboard.press(']')
    await expect(room.getByText('El servidor no pudo responder.')).toBeVisible()
    const names = column(room, 'Prospecto').getByRole('link')
    await expect(names.nth(0)).toHaveText(newer.name)
    await expect(names.nth(1)).toHaveText(older.name)
    await expect(names.nth(1)).toBeFocused()
    await room.unroute(MOVE)
    await archive(room, older)
    await archive(room, newer)
})

test('without a network the card comes back, and moves when there is one again', async ({ room }) => {
    await openLive(room, '/pipeline')
    const client = await makeClient(room)
    await expectIn(room, client, 'Prospecto')
    await room.context().setOffline(true)
    await card(room, client).focus()
    await room.keyboard.press(']')
    await expect(room.getByText('No hay conexión con el servidor.')).toBeVisible()
    await expectIn(room, client, 'Prospecto')
    await room.context().setOffline(false)
    await card(room, client).focus()
    await room.keyboard.press(']')
    await expectIn(room, client, 'Contactado')
    await archive(room, client)
})

test('signing in again in the middle of work loses nothing but the move', async ({ room }) => {
    await openLive(room, '/pipeline')
    const client = await makeClient(room)
    await expectIn(room, client, 'Prospecto')
    await room.route(MOVE, (route) => route.fulfill({ status: 401 }))
    await card(room, client).focus()
    await room.keyboard.press(']')
    await expect(room.getByRole('dialog')).toBeVisible()
    await room.unroute(MOVE)
    await archive(room, client)
})

test('search and filters live in the address', async ({ room }) => {
    await openLive(room, '/pipeline')
    const client = await makeClient(room, { riskProfile: 'HIGH', leadSource: 'EVENT' })
    await room.keyboard.press('/')
    await room.keyboard.type(client.lastName)
    await expect(room.getByRole('link', { name: /Prueba/ })).toHaveCount(1)
    await expect(room).toHaveURL(/q=Prueba/)
    await room.getByRole('button', { name: 'Riesgo' }).click()
    await room.getByRole('option', { name: 'Agresivo' }).click()
    await room.keyboard.press('Escape')
    await expect(room).toHaveURL(/risk=/)
    await room.reload()
    await expect(card(room, client)).toBeVisible()
    await room.getByRole('searchbox').fill('nadie se llama así')
    await expect(room.getByRole('heading', { name: 'Ningún cliente coincide' })).toBeVisible()
    await room.getByRole('button', { name: 'Quitar filtros' }).first().click()
    await expect(card(room, client)).toBeVisible()
    await archive(room, client)
})

test('a board that does not come says so and comes when asked again', async ({ room }) => {
    await room.route('**/api/v1/clients/board*', (route) =>
        route.fulfill({ status: 403, json: { title: 'No' } }),
    )
    await room.goto('/pipeline')
    await expect(room.getByText('No se pudo cargar')).toBeVisible()
    await room.unroute('**/api/v1/clients/board*')
    await room.getByRole('button', { name: 'Reintentar' }).click()
    await expect(column(room, 'Prospecto')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(colorScheme, () => {
        test.use({ contextOptions: { colorScheme }, username: 'marta' })

        test('axe finds nothing', async ({ room }) => {
            await room.goto('/pipeline')
            await expect(column(room, 'Prospecto').getByRole('link').first()).toBeVisible()
            await expectAccessible(room)
            await room.getByRole('link', { name: /./ }).and(room.locator('[data-client]')).first().press('m')
            await expect(room.getByRole('menu')).toBeVisible()
            await expectAccessible(room)
        })
    })
}

test.describe('on a phone', () => {
    test.use({ contextOptions: { viewport: { width: 360, height: 740 }, hasTouch: true } })

    test('one column at a time, moved by the menu', async ({ room }) => {
        await openLive(room, '/pipeline')
        const client = await makeClient(room)
        await expectIn(room, client, 'Prospecto')
        await expectAccessible(room)
        expect(await room.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
        await room.getByRole('button', { name: `Mover a ${client.name}`, exact: true }).tap()
        await room.getByRole('menuitemradio', { name: 'Apertura' }).tap()
        await expect(card(room, client)).toHaveCount(0)
        await room.getByRole('button', { name: /Etapa/ }).tap()
        await room.getByRole('option', { name: /Apertura/ }).tap()
        await expectIn(room, client, 'Apertura')
        await archive(room, client)
    })
})

test.describe('compliance', () => {
    test.use({ username: 'lidia' })

    test('looks and does not touch', async ({ room }) => {
        await room.goto('/pipeline')
        const first = column(room, 'Prospecto').getByRole('link').first()
        const name = await first.textContent()
        await expect(room.getByRole('button', { name: /^Mover a/ })).toHaveCount(0)
        await first.press(']')
        await first.press('m')
        await expect(room.getByRole('menu')).toHaveCount(0)
        await expect(first).toHaveText(name ?? '')
        await expect(first).toBeFocused()
    })
})
