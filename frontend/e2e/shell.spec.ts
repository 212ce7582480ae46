import { browserOf, expect, expectAccessible, pressUntil, test } from './firm'

test('goes everywhere by keyboard alone', async ({ room: page }) => {
    await page.goto('/')
    const help = page.getByRole('dialog')
    await pressUntil(page, '?', () => expect(help).toBeVisible({ timeout: 500 }))
    await page.keyboard.press('Escape')
    await expect(help).toBeHidden()
    for (const [keys, path] of [
        ['gc', '/clients'],
        ['gp', '/pipeline'],
        ['gn', '/notifications'],
        ['ga', '/profile'],
        ['gi', '/'],
    ] as const) {
        for (const key of keys) await page.keyboard.press(key)
        await expect.poll(() => new URL(page.url()).pathname).toBe(path)
        // The focus follows, so that the next Tab is in the new room.
        await expect(page.locator('main#content')).toBeFocused()
    }
})

test('the palette finds a client whatever the accents, and opens it', async ({ room: page }) => {
    await page.goto('/')
    const search = page.getByRole('dialog').getByRole('searchbox')
    await pressUntil(page, 'Control+k', () => expect(search).toBeVisible({ timeout: 500 }))
    await search.fill('alvarez')
    const found = page.getByRole('menuitem', { name: /Álvarez/ }).first()
    await expect(found).toBeVisible()
    const name = (await found.locator('span').nth(1).textContent()) ?? ''
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/clients\/[0-9a-f-]{36}/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Álvarez')
    expect(name).toContain('Álvarez')
})

test('the palette keeps a result highlighted while letters come and go, and Enter opens it', async ({
    room: page,
}) => {
    await page.goto('/')
    const search = page.getByRole('dialog').getByRole('searchbox')
    await pressUntil(page, 'Control+k', () => expect(search).toBeVisible({ timeout: 500 }))
    const first = page.getByRole('menuitem').first()
    const highlighted = page.locator('[role=menuitem][data-focused]')
    await page.keyboard.type('alvarez')
    await expect(highlighted).toContainText('Álvarez')
    await page.keyboard.press('Backspace')
    await expect(first).toContainText('Álvarez')
    await expect(highlighted).toHaveCount(1)
    await expect(highlighted).toContainText('Álvarez')
    await expect(search).toHaveAttribute(
        'aria-activedescendant',
        (await highlighted.getAttribute('id')) ?? '',
    )
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Álvarez')

    await page.goto('/')
    await pressUntil(page, 'Control+k', () => expect(search).toBeVisible({ timeout: 500 }))
    await page.keyboard.type('pipe')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await expect(highlighted).toHaveCount(1)
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Backspace')
    await expect(search).toHaveValue('')
    await expect(highlighted).toHaveCount(1)
    const name = (await highlighted.locator('span').nth(1).textContent()) ?? 'nobody'
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
})

test('the palette says when nothing matches', async ({ room: page }) => {
    await page.goto('/')
    const search = page.getByRole('dialog').getByRole('searchbox')
    await pressUntil(page, 'Control+k', () => expect(search).toBeVisible({ timeout: 500 }))
    await search.fill('zzzz qqqq')
    await expect(page.getByText('Nada coincide con «zzzz qqqq»')).toBeVisible()
    await expect(search).toHaveAttribute('aria-activedescendant', '')
    await expectAccessible(page)
})

test('lists its shortcuts under "?"', async ({ room: page }) => {
    await page.goto('/')
    const dialog = page.getByRole('dialog', { name: 'Atajos de teclado' })
    await pressUntil(page, '?', () => expect(dialog).toBeVisible({ timeout: 500 }))
    await expect(dialog).toContainText('Cliente nuevo')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
})

test('changes the theme and remembers it', async ({ room: page }) => {
    await page.goto('/profile')
    await page.getByRole('button', { name: /Tema/ }).click()
    await page.getByRole('option', { name: 'Oscuro' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('the profile’s language holds in another browser', async ({ browser }) => {
    const here = await browserOf(browser, 'elena')
    const page = await here.newPage()
    await page.goto('/profile')
    await page.getByRole('button', { name: /Idioma/ }).click()
    await page.getByRole('option', { name: 'English' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible()

    const there = await browserOf(browser, 'elena')
    const other = await there.newPage()
    await other.goto('/clients')
    await expect(other.getByRole('heading', { level: 1, name: 'Clients' })).toBeVisible()

    await page.getByRole('button', { name: /Language/ }).click()
    await page.getByRole('option', { name: 'The browser’s' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Perfil' })).toBeVisible()
    await here.close()
    await there.close()
})

test('a page that does not exist helps on', async ({ room: page }) => {
    await page.goto('/nowhere/at/all')
    await expect(page.getByRole('heading', { name: 'Esta página no existe' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Ver los clientes' }).click()
    await expect(page).toHaveURL(/\/clients$/)
})

test('says when the connection is lost and when it is back', async ({ room: page, context: _context }) => {
    await page.goto('/profile')
    await expect(page.getByRole('heading', { name: 'Perfil' })).toBeVisible()
    await page.context().setOffline(true)
    await expect(page.getByText('Sin conexión', { exact: false })).toBeVisible()
    await page.context().setOffline(false)
    await expect(page.getByText('Sin conexión', { exact: false })).toBeHidden()
})

test('only the administrator finds the webhooks', async ({ room: page }) => {
    await page.goto('/webhooks')
    await expect.poll(() => new URL(page.url()).pathname).toBe('/')
    await expect(page.getByRole('link', { name: 'Webhooks' })).toHaveCount(0)
})

test('an asset that a release replaced is an honest 404, a page is never cached', async ({ request }) => {
    expect((await request.get('/assets/old-release-123.js')).status()).toBe(404)
    const page = await request.get('/clients', { headers: { Accept: 'text/html' } })
    expect(page.headers()['cache-control']).toBe('no-store')
    const script = /src="(\/assets\/index-[^"]+\.js)"/.exec(await page.text())?.[1] ?? ''
    const asset = await request.get(script, { headers: { 'Accept-Encoding': 'br' } })
    expect(asset.headers()['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(asset.headers()['content-encoding']).toBe('br')
    expect(page.headers()['content-security-policy']).not.toContain('unsafe')
})
