import type { Browser, Page } from '@playwright/test'
import { browserOf, expect, expectAccessible, test } from './firm'

const unique = () => `Nota${Date.now()}`

/** Makes something happen that ana is told of: her manager adds a client for her. */
async function addClient(browser: Browser, firstName: string) {
    const manager = await browserOf(browser, 'marta')
    const users = await manager.request.get('/api/v1/users?limit=100')
    const { items } = (await users.json()) as { items: { id: string; username: string }[] }
    const made = await manager.request.post('/api/v1/clients', {
        headers: { 'Sec-Fetch-Site': 'same-origin' },
        data: {
            firstName,
            lastName: 'Prueba',
            email: `${firstName.toLowerCase()}@example.com`,
            ownerId: items.find(({ username }) => username === 'ana')?.id,
        },
    })
    expect(made.status()).toBe(201)
    const client = (await made.json()) as { id: string }
    await manager.close()
    return client
}

async function archive(page: Page, id: string) {
    await page.request.delete(`/api/v1/clients/${id}`, { headers: { 'Sec-Fetch-Site': 'same-origin' } })
}

test('a notification arrives live, leads to its matter and is read then', async ({ room: page, browser }) => {
    await page.goto('/notifications')
    await expect(page.getByRole('heading', { level: 1, name: 'Notificaciones' })).toBeVisible()
    const name = unique()
    const client = await addClient(browser, name)
    const item = page.getByRole('tabpanel').getByRole('button', { name: new RegExp(`${name} Prueba`) })
    await expect(item).toBeVisible({ timeout: 2_000 })
    await expect(item).toContainText('sin leer')
    await item.click()
    await expect(page).toHaveURL(`/clients/${client.id}`)
    await page.goBack()
    await expect(item).not.toContainText('sin leer')
    await archive(page, client.id)
})

test('the bell counts what waits, in both languages', async ({ browser }) => {
    const context = await browserOf(browser, 'ana', { locale: 'en-US' })
    await context.addInitScript(() => localStorage.setItem('cactus.language', 'en'))
    const page = await context.newPage()
    await page.goto('/profile')
    const bell = page.getByRole('button', { name: /^Notifications/ })
    await expect(bell).toBeVisible()
    const client = await addClient(browser, unique())
    await expect(page.getByRole('button', { name: /^Notifications, \d+ unread$/ })).toBeVisible({
        timeout: 2_000,
    })
    await bell.click()
    await expect(page.getByRole('dialog', { name: 'Notifications' })).toContainText('New client added')
    await archive(page, client.id)
    await context.close()
})

test('what came while the connection was away is there when it returns', async ({ browser }) => {
    const context = await browserOf(browser, 'ana')
    const page = await context.newPage()
    const other = await context.newPage()
    await page.goto('/notifications')
    await expect(page.getByRole('heading', { level: 1, name: 'Notificaciones' })).toBeVisible()
    const before = await addClient(browser, unique())
    const names: string[] = []
    await page.waitForTimeout(500)
    // The page's network goes; everything that it has open goes with it.
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    const offline = (value: boolean) =>
        session.send('Network.emulateNetworkConditions', {
            offline: value,
            latency: 0,
            downloadThroughput: -1,
            uploadThroughput: -1,
        })
    await offline(true)
    await page.evaluate(() => window.dispatchEvent(new Event('offline')))
    const made = [before]
    for (let count = 0; count < 3; count++) {
        names.push(`${unique()}${count}`)
        made.push(await addClient(browser, names[count] ?? ''))
    }
    await offline(false)
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    for (const name of names) {
        await expect(page.getByRole('tabpanel').getByRole('button', { name: new RegExp(name) })).toHaveCount(
            1,
        )
    }
    for (const { id } of made) await archive(other, id)
    await context.close()
})

test('marks all as read, and takes a refused mark back', async ({ room: page, browser }) => {
    const client = await addClient(browser, unique())
    await page.goto('/notifications')
    await page.route('**/api/v1/notifications/read', (route) => route.fulfill({ status: 500, json: {} }), {
        times: 1,
    })
    const all = page.getByRole('button', { name: 'Marcar todas como leídas' })
    await all.click()
    await expect(page.getByText('El servidor no pudo responder', { exact: false })).toBeVisible()
    await expect(all).toBeEnabled()
    await all.click()
    await expect(all).toBeDisabled()
    await page.getByRole('tab', { name: 'Sin leer (0)' }).click()
    await expect(page.getByText('Nada sin leer')).toBeVisible()
    await archive(page, client.id)
})

for (const colorScheme of ['light', 'dark'] as const) {
    test(`is accessible, ${colorScheme} and on a phone`, async ({ room: page }) => {
        await page.emulateMedia({ colorScheme })
        await page.goto('/notifications')
        await expect(page.getByRole('tabpanel').getByRole('listitem').first()).toBeVisible()
        await expectAccessible(page)
        await page.setViewportSize({ width: 360, height: 740 })
        await expectAccessible(page)
        await page.goto('/profile')
        await expect(page.getByRole('heading', { name: 'Perfil' })).toBeVisible()
        await expectAccessible(page)
    })
}
