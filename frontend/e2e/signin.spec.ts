import { browserOf, expect, expectAccessible, person, signIn, test } from './firm'

test('signs in and returns to where one was going', async ({ page }) => {
    const { email, password } = person('bruno')
    await page.goto('/clients?sort=lastName')
    await expect(page).toHaveURL(/\/sign-in\?next=/)
    await page.getByLabel('Correo o usuario').fill(email)
    await page.getByLabel('Contraseña').fill(password)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/clients\?sort=lastName$/)
    await expect(page.getByRole('heading', { level: 1, name: 'Clientes' })).toBeVisible()
})

test('never leads to another site after signing in', async ({ page }) => {
    await page.goto('/sign-in?next=%2F%2Fevil.example')
    const { email, password } = person('bruno')
    await page.getByLabel('Correo o usuario').fill(email)
    await page.getByLabel('Contraseña').fill(password)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('navigation', { name: 'Principal' }).first()).toBeVisible()
    expect(new URL(page.url()).pathname).toBe('/')
})

test('says the same for a wrong password and an unknown user', async ({ page }) => {
    await page.goto('/sign-in')
    for (const identifier of ['carla@cactus.example', 'nobody@cactus.example']) {
        await page.getByLabel('Correo o usuario').fill(identifier)
        await page.getByLabel('Contraseña').fill('not this one')
        await page.getByRole('button', { name: 'Ingresar' }).click()
        await expect(page.getByRole('alert')).toHaveText('El usuario o la contraseña no son correctos')
    }
})

test('offers only the ways in that the server has', async ({ page }) => {
    await page.goto('/sign-in')
    await expect(page.getByRole('button', { name: 'Ingresar' })).toBeVisible()
    await expect(page.getByText('Google')).toHaveCount(0)
    await page.route('**/api/v1/auth/methods', (route) =>
        route.fulfill({ json: { password: true, google: true, passkey: true } }),
    )
    await page.reload()
    await expect(page.getByRole('link', { name: 'Continuar con Google' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Usar una llave de acceso' })).toBeVisible()
})

test('keeps no token where a script could read it', async ({ page, context }) => {
    await signIn(page, 'bruno')
    const readable = await page.evaluate(() => ({
        cookies: document.cookie,
        stored: JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
    }))
    expect(readable.cookies).toBe('')
    expect(readable.stored).not.toMatch(/eyJ|token/i)
    const cookie = (await context.cookies()).find(({ name }) => name === '__Host-cactus')
    expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' })
})

test('signing out in one tab signs out the others', async ({ browser }) => {
    // A sign-in of its own: this session ends.
    const context = await browser.newContext()
    const first = await context.newPage()
    await signIn(first, 'bruno')
    const second = await context.newPage()
    await second.goto('/clients')
    await first.getByRole('button', { name: /^Cuenta de/ }).click()
    await first.getByRole('menuitem', { name: 'Cerrar sesión' }).click()
    await expect(first).toHaveURL(/\/sign-in/)
    await expect(second).toHaveURL(/\/sign-in/)
    await context.close()
})

test('signing out everywhere ends the session of another browser', async ({ browser }) => {
    const [here, there] = [await browser.newContext(), await browser.newContext()]
    const [mine, theirs] = [await here.newPage(), await there.newPage()]
    await signIn(mine, 'diego')
    await signIn(theirs, 'diego')
    await mine.goto('/profile')
    await mine.getByRole('button', { name: 'Cerrar sesión en todos los dispositivos' }).click()
    await mine.getByRole('button', { name: 'Cerrar todas' }).click()
    await expect(mine).toHaveURL(/\/sign-in/)
    await theirs.goto('/clients')
    await expect(theirs).toHaveURL(/\/sign-in\?next=/)
    await here.close()
    await there.close()
})

test('asks to sign in again over the page when the session ends in the middle of work', async ({
    browser,
}) => {
    const context = await browserOf(browser, 'bruno')
    const page = await context.newPage()
    await page.goto('/clients?panel=new')
    const form = page.getByRole('dialog', { name: 'Cliente nuevo' })
    await form.getByLabel('Nombre', { exact: true }).fill('Nombre a medio escribir')
    await form.getByLabel('Apellido').fill('Prueba')
    await form.getByLabel('Correo').fill('sesion@example.com')
    const over = { type: 'about:blank', title: 'The session is over', status: 401 }
    await page.route('**/api/v1/clients', (route) =>
        route.request().method() === 'POST' ? route.fulfill({ status: 401, json: over }) : route.fallback(),
    )
    await page.keyboard.press('Control+Enter')
    const dialog = page.getByRole('dialog', { name: 'Tu sesión terminó' })
    await expect(dialog).toBeVisible()
    await page.unroute('**/api/v1/clients')
    await dialog.getByLabel('Contraseña').fill(person('bruno').password)
    await dialog.getByRole('button', { name: 'Ingresar' }).click()
    await expect(dialog).toBeHidden()
    await expect(form.getByLabel('Nombre', { exact: true })).toHaveValue('Nombre a medio escribir')
    await context.close()
})

for (const colorScheme of ['light', 'dark'] as const) {
    test(`is accessible, ${colorScheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme })
        await page.goto('/sign-in')
        await expect(page.getByRole('heading', { name: 'Ingresar a Cactus' })).toBeVisible()
        await expectAccessible(page)
    })
}

test('speaks English', async ({ page }) => {
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in to Cactus' })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Sign in to Cactus' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})
