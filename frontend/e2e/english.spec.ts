import type { Locator, Page } from '@playwright/test'
import { browserOf, expect, expectAccessible, test } from './firm'

const ROOMS = [
    { path: '/', title: /^Good (morning|afternoon|evening), Marta$/ },
    { path: '/clients', title: 'Clients' },
    { path: '/clients?panel=new', title: 'Clients' },
    { path: '/pipeline', title: 'Pipeline' },
    { path: '/notifications', title: 'Notifications' },
    { path: '/profile', title: 'Profile' },
    { path: '/webhooks', title: 'Webhooks', username: 'admin' },
    { path: '/nowhere', title: 'This page does not exist' },
]
/** Words that no English sentence of ours has, and no name of the demo firm. */
const SPANISH = /\b(hace|etapa|clientes?|nuev[oa]s?|pasó|sin|ahora|días|buscar|guardar|cancelar|ninguna?)\b/i

const WINDOWS = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } }

for (const [size, viewport] of Object.entries(WINDOWS)) {
    for (const { path, title, username = 'marta' } of ROOMS) {
        test(`${path} in English, ${size}`, async ({ browser }) => {
            const context = await browserOf(browser, username, { locale: 'en-US', viewport })
            const page = await context.newPage()
            await page.goto(path)
            await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText(title)
            await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0)
            await expect(page.locator('html')).toHaveAttribute('lang', 'en')
            expect(await page.locator('body').innerText()).not.toMatch(SPANISH)
            await expectAccessible(page)
            await context.close()
        })
    }
}

test('a phone with a keyboard needs nothing else, in English', async ({ browser }) => {
    const context = await browserOf(browser, 'marta', { locale: 'en-US', viewport: WINDOWS.phone })
    const page = await context.newPage()
    await page.goto('/')
    await tabTo(page, page.getByRole('link', { name: 'Pipeline' }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Pipeline' })).toBeVisible()

    await tabTo(page, page.getByRole('button', { name: /^Prospect .*Stage/ }))
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('region', { name: 'Contacted' })).toBeVisible()

    const card = page.locator('[data-client]').first()
    await tabTo(page, card)
    await page.keyboard.press('m')
    await expect(page.getByRole('menuitemradio', { name: 'Contacted' })).toBeChecked()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(card).toBeFocused()

    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/clients\/[0-9a-f-]+$/)
    await expectAccessible(page)
    await context.close()
})

/** Presses Tab until it leads there. */
async function tabTo(page: Page, target: Locator) {
    await target.waitFor()
    for (let step = 0; step < 80; step++) {
        await page.keyboard.press('Tab')
        if (await target.evaluate((element) => element === document.activeElement)) return
    }
    throw new Error(`Tab does not lead to ${target.toString()}`)
}
