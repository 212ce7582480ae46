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

for (const { path, title, username = 'marta' } of ROOMS) {
    test(`${path} in English`, async ({ browser }) => {
        const context = await browserOf(browser, username, { locale: 'en-US' })
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
