import { browserOf, expect, test } from './firm'

/** Pictures of every room for docs/images; `npm run screenshots` takes them, the other tests do not depend on them. */
test.skip(process.env.CACTUS_SCREENSHOTS === undefined, 'only for npm run screenshots')

const ROOMS = [
    { name: 'cockpit', path: '/', username: 'marta' },
    { name: 'clients', path: '/clients', username: 'marta' },
    { name: 'new-client', path: '/clients?panel=new', username: 'ana' },
    { name: 'pipeline', path: '/pipeline', username: 'marta' },
    { name: 'notifications', path: '/notifications', username: 'ana' },
    { name: 'webhooks', path: '/webhooks', username: 'admin' },
    { name: 'profile', path: '/profile', username: 'ana' },
    { name: 'not-found', path: '/nowhere', username: 'ana' },
] as const

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 360, height: 780 } }

for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of ['light', 'dark'] as const) {
        const file = (room: string) => `../docs/images/${room}-${size}-${colorScheme}.png`
        const shoot = async (page: import('@playwright/test').Page, room: string) => {
            await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
            await expect(page.getByRole('status', { name: 'Cargando' })).toHaveCount(0)
            await page.waitForTimeout(600)
            const sideways = await page.evaluate(
                () => document.documentElement.scrollWidth > window.innerWidth,
            )
            expect(sideways, `${room} scrolls sideways`).toBe(false)
            await page.screenshot({ path: file(room), animations: 'disabled' })
        }

        test(`every room, ${size}, ${colorScheme}`, async ({ browser }) => {
            test.setTimeout(180_000)
            const options = { viewport, colorScheme, isMobile: size === 'phone', hasTouch: size === 'phone' }
            const anybody = await browser.newContext({ ...options, locale: 'es-AR' })
            const signIn = await anybody.newPage()
            await signIn.goto('/sign-in')
            await shoot(signIn, 'sign-in')
            await anybody.close()
            for (const { name, path, username } of ROOMS) {
                const context = await browserOf(browser, username, options)
                const page = await context.newPage()
                await page.goto(path)
                await shoot(page, name)
                if (name === 'clients') {
                    const client = await page.request.get(
                        '/api/v1/clients?stage=ACTIVE_INVESTOR&sort=-updatedAt&limit=1',
                    )
                    const { items } = (await client.json()) as { items: { id: string }[] }
                    await page.goto(`/clients/${items[0]?.id ?? ''}`)
                    await shoot(page, 'client')
                    await page.keyboard.press('Control+k')
                    await expect(page.getByRole('menuitem').first()).toBeVisible()
                    await shoot(page, 'palette')
                }
                if (name === 'webhooks') {
                    await page.getByRole('link', { name: /\/crm$/ }).click()
                    await shoot(page, 'webhook')
                }
                await context.close()
            }
        })
    }
}
