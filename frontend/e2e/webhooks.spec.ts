import type { Page } from '@playwright/test'
import { browserOf, expect, expectAccessible, test } from './firm'
import { isSignedWith, openReceiver } from './receiver'

test.use({ username: 'admin' })

const SAME_ORIGIN = { 'Sec-Fetch-Site': 'same-origin' }
const ENDPOINTS = '/api/v1/webhooks/endpoints'

/** Makes an endpoint without the page, and tells its secret. */
async function addEndpoint(page: Page, url: string, eventTypes = ['*']) {
    const made = await page.request.post(ENDPOINTS, { headers: SAME_ORIGIN, data: { url, eventTypes } })
    expect(made.status()).toBe(201)
    return (await made.json()) as { id: string; secret: string }
}

async function removeEndpoint(page: Page, id: string) {
    await page.request.delete(`${ENDPOINTS}/${id}`, { headers: SAME_ORIGIN })
}

function idOf(page: Page) {
    return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

const deliveries = (page: Page) => page.getByRole('region', { name: 'Entregas' })

test('an endpoint is made, shows its secret once, and gets a signed test and the move of a client', async ({
    room: page,
    browser,
}) => {
    const receiver = await openReceiver()
    await page.goto('/webhooks')
    await page.getByRole('button', { name: 'Agregar endpoint' }).click()
    const panel = page.getByRole('dialog', { name: 'Endpoint nuevo' })
    await panel.getByLabel('URL').fill(receiver.url)
    await panel.getByLabel('Descripción').fill('Sistema del socio')
    await panel.getByText('client.*', { exact: true }).click()
    await expect(panel.getByLabel('client.status_changed')).toBeDisabled()
    await expect(panel.getByLabel('client.status_changed')).toBeChecked()
    await panel.getByText('webhook.test', { exact: true }).click()
    await panel.getByRole('button', { name: 'Crear endpoint' }).click()

    const once = page.getByRole('dialog', { name: 'Guardá el secreto ahora' })
    const secret = await once.getByTestId('secret').innerText()
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    await page.keyboard.press('Escape')
    await expect(once).toBeVisible()
    await once.getByRole('button', { name: 'Listo, ya lo guardé' }).click()
    await expect(page.getByRole('heading', { level: 1, name: receiver.url })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: receiver.url })).toBeVisible()
    expect(await page.content()).not.toContain(secret)

    await page.getByRole('button', { name: 'Enviar prueba' }).click()
    const tested = await receiver.next('webhook.test')
    expect(isSignedWith(secret, tested)).toBe(true)
    expect(isSignedWith(secret.replace(/^whsec_./, 'whsec_0'), tested)).toBe(false)
    await expect(
        deliveries(page).getByRole('link', { name: /Entregada webhook\.test 200 1 intento/ }),
    ).toBeVisible()

    // Ana moves a client in a browser of her own; its delivery comes by itself.
    const ana = await browserOf(browser, 'ana')
    const made = await ana.request.post('/api/v1/clients', {
        headers: SAME_ORIGIN,
        data: {
            firstName: 'Webhook',
            lastName: 'Prueba',
            email: `w${Date.now()}@example.com`,
            riskProfile: 'LOW',
        },
    })
    expect(made.status()).toBe(201)
    const { id } = (await made.json()) as { id: string }
    const moved = await ana.request.put(`/api/v1/clients/${id}/stage`, {
        headers: SAME_ORIGIN,
        data: { stage: 'CONTACTED' },
    })
    expect(moved.ok()).toBe(true)
    const arrived = await receiver.next('client.status_changed', { id })
    expect(arrived.event.data.toStage).toBe('CONTACTED')
    expect(isSignedWith(secret, arrived)).toBe(true)
    await expect(deliveries(page).getByRole('link', { name: /client\.status_changed/ })).toBeVisible({
        timeout: 4_000,
    })
    await ana.request.delete(`/api/v1/clients/${id}`, { headers: SAME_ORIGIN })
    await ana.close()

    await page.getByRole('button', { name: 'Más acciones' }).click()
    await page.getByRole('menuitem', { name: 'Quitar' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Quitar' }).click()
    await expect(page).toHaveURL('/webhooks')
    await expect(page.getByRole('link', { name: receiver.url })).toBeHidden()
    await receiver.close()
})

test('what the server refuses stands at its field, and what was typed stays', async ({ room: page }) => {
    await page.goto('/webhooks')
    await page.getByRole('button', { name: 'Agregar endpoint' }).click()
    const panel = page.getByRole('dialog', { name: 'Endpoint nuevo' })
    await panel.getByRole('button', { name: 'Crear endpoint' }).click()
    await expect(panel.getByText('Escribí la URL')).toBeVisible()
    await expect(panel.getByText('Elegí al menos un evento')).toBeVisible()

    await panel.getByLabel('URL').fill('ftp://example.com/avisos')
    await panel.getByText('todos, y los que se agreguen').click()
    await panel.getByLabel('Filtro').fill('ownerId: 1')
    await panel.getByRole('button', { name: 'Crear endpoint' }).click()
    await expect(panel.getByText('No entendemos «ownerId: 1»')).toBeVisible()
    await panel.getByLabel('Filtro').fill('')
    const refused = page.waitForResponse((response) => response.request().method() === 'POST')
    await panel.getByRole('button', { name: 'Crear endpoint' }).click()
    const { errors } = (await (await refused).json()) as { errors: { field: string; message: string }[] }
    expect(errors[0]?.field).toBe('url')
    await expect(panel.getByLabel('URL')).toHaveAccessibleDescription(
        new RegExp(errors[0]?.message.replace(/[^\w ]/g, '.') ?? 'nothing'),
    )
    await expect(panel.getByLabel('URL')).toHaveValue('ftp://example.com/avisos')
    await expect(panel.getByLabel('URL')).toBeFocused()
    await expectAccessible(page)
})

test('a failure shows its attempts, timings and body, and is tried again at once', async ({ room: page }) => {
    const receiver = await openReceiver()
    receiver.answerWith(503)
    const { id, secret } = await addEndpoint(page, receiver.url)
    await page.goto(`/webhooks/${id}`)
    await page.getByRole('button', { name: 'Enviar prueba' }).click()
    const row = deliveries(page).getByRole('link', { name: /Reintentando webhook\.test 503/ })
    await expect(row).toBeVisible()

    // By keyboard: from the row into its panel, and back to the row.
    await row.focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/delivery=/)
    const panel = page.getByRole('dialog', { name: 'webhook.test' })
    await expect(panel.getByText('answered 503').first()).toBeVisible()
    await expect(panel).toContainText(/Primer byte[\d.,]+ ms/)
    await expect(panel).toContainText(/próximo intento en (\d+:)?\d\d:\d\d/)
    await expect(panel.getByText(`"endpointId": "${id}"`)).toBeVisible()
    await expectAccessible(page)

    receiver.answerWith(200)
    await panel.getByRole('button', { name: 'Reintentar ahora' }).click()
    await expect(panel.getByText('Entregada')).toBeVisible()
    await expect(panel.getByText('answered 200').first()).toBeVisible()
    expect(isSignedWith(secret, await receiver.next('webhook.test'))).toBe(true)
    await page.reload()
    await expect(page.getByRole('dialog', { name: 'webhook.test' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page).not.toHaveURL(/delivery=/)

    await page.getByRole('link', { name: 'Fallidas' }).click()
    await expect(page).toHaveURL(/state=FAILED/)
    await expect(deliveries(page).getByText('Ninguna en este estado')).toBeVisible()
    await removeEndpoint(page, id)
    await receiver.close()
})

test('pausing shows at once, and goes back when somebody else was quicker', async ({ room: page }) => {
    const receiver = await openReceiver()
    const { id } = await addEndpoint(page, receiver.url)
    await page.goto(`/webhooks/${id}`)
    const choose = async (name: string) => {
        await page.getByRole('button', { name: 'Más acciones' }).click()
        await page.getByRole('menuitem', { name }).click()
    }
    await choose('Pausar')
    await expect(page.getByText('En pausa', { exact: true })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Enviar prueba' })).toBeDisabled()
    await page.getByRole('button', { name: 'Reanudar' }).click()
    await expect(page.getByText('Activo')).toBeVisible()

    await page.request.patch(`${ENDPOINTS}/${id}`, {
        headers: SAME_ORIGIN,
        data: { description: 'Cambiado por otra persona' },
    })
    await choose('Pausar')
    await expect(page.getByText('Alguien lo cambió mientras tanto')).toBeVisible()
    await expect(page.getByText('Activo')).toBeVisible()
    await expect(page.getByText('Cambiado por otra persona')).toBeVisible()

    await choose('Rotar el secreto')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Rotar' }).click()
    const once = page.getByRole('dialog', { name: 'Guardá el secreto ahora' })
    await expect(once).toContainText('El secreto anterior firma también hasta')
    const rotated = await once.getByTestId('secret').innerText()
    await once.getByRole('button', { name: 'Listo, ya lo guardé' }).click()
    await page.getByRole('button', { name: 'Enviar prueba' }).click()
    expect(isSignedWith(rotated, await receiver.next('webhook.test'))).toBe(true)
    await removeEndpoint(page, id)
    await receiver.close()
})

test('what comes while one reads further down waits above and is counted', async ({ browser }) => {
    const context = await browserOf(browser, 'admin', { viewport: { width: 1280, height: 480 } })
    const page = await context.newPage()
    const receiver = await openReceiver()
    const { id } = await addEndpoint(page, receiver.url)
    const send = () => page.request.post(`${ENDPOINTS}/${id}/test`, { headers: SAME_ORIGIN })
    for (let sent = 0; sent < 14; sent++) expect((await send()).status()).toBe(202)
    await page.goto(`/webhooks/${id}`)
    const rows = deliveries(page).getByRole('link', { name: /webhook\.test/ })
    await expect(rows).toHaveCount(14)
    await rows.last().scrollIntoViewIfNeeded()
    await expect(rows.last()).toBeInViewport()
    const before = await rows.last().boundingBox()
    await send()
    await send()
    const waiting = page.getByRole('button', { name: '2 nuevas' })
    await expect(waiting).toBeVisible()
    expect((await rows.last().boundingBox())?.y).toBe(before?.y)
    await waiting.click()
    await expect(rows).toHaveCount(16)
    await expect(rows.first()).toBeInViewport()
    await removeEndpoint(page, id)
    await receiver.close()
    await context.close()
})

test('a server that fails is told, and asked again on request', async ({ room: page }) => {
    await page.route(`**${ENDPOINTS}?*`, (route) => route.fulfill({ status: 500 }))
    await page.goto('/webhooks')
    await expect(page.getByRole('alert')).toContainText('El servidor no pudo responder')
    await page.unroute(`**${ENDPOINTS}?*`)
    await page.getByRole('button', { name: 'Reintentar' }).click()
    await expect(page.getByRole('alert')).toBeHidden()
})

test('an advisor has no such room', async ({ browser }) => {
    const context = await browserOf(browser, 'ana')
    const page = await context.newPage()
    await page.goto('/webhooks')
    await expect(page).toHaveURL('/')
    await context.close()
})

for (const colorScheme of ['light', 'dark'] as const) {
    test(`nothing keeps anybody out, ${colorScheme} and at 360 px`, async ({ browser }) => {
        const context = await browserOf(browser, 'admin', {
            colorScheme,
            viewport: { width: 360, height: 740 },
        })
        const page = await context.newPage()
        const receiver = await openReceiver()
        const { id } = await addEndpoint(page, receiver.url, ['client.*', 'webhook.test'])
        await page.request.post(`${ENDPOINTS}/${id}/test`, { headers: SAME_ORIGIN })
        await page.goto('/webhooks')
        await expect(page.getByRole('link', { name: receiver.url })).toBeVisible()
        await expectAccessible(page)
        await page.getByRole('link', { name: receiver.url }).click()
        await expect(deliveries(page).getByRole('link', { name: /webhook\.test/ })).toBeVisible()
        expect(idOf(page)).toBe(id)
        await expectAccessible(page)
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(overflow).toBe(0)
        await removeEndpoint(page, id)
        await receiver.close()
        await context.close()
    })
}
