import { browserOf, expect, expectAccessible, test } from './firm'

const SAME_ORIGIN = { 'Sec-Fetch-Site': 'same-origin' }
const SUMMARY = '**/api/v1/clients/summary*'

interface Summary {
    totals: { clients: number; added: number; won: number; converted: number }
    funnel: { stage: string; count: number }[]
}

test('the figures are those of the service, for the period in the address', async ({ room: page }) => {
    const answered = page.waitForResponse(SUMMARY)
    await page.goto('/')
    const summary = (await (await answered).json()) as Summary
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/Ana/)
    await expect(page).toHaveTitle('Inicio · Cactus')
    const format = new Intl.NumberFormat('es-AR')
    const figure = (name: string) =>
        page.locator('dl > div').filter({ has: page.getByText(name, { exact: true }) })
    await expect(figure('Clientes')).toContainText(format.format(summary.totals.clients))
    await expect(figure('Nuevos')).toContainText(format.format(summary.totals.added))
    await expect(figure('Ganados')).toContainText(format.format(summary.totals.won))
    // Of those who came in the period, and not of those who were won in it.
    const { added, converted } = summary.totals
    expect(added).toBeGreaterThanOrEqual(5)
    const percent = Math.round((converted / added) * 100)
    await expect(figure('Conversión')).toHaveText(
        new RegExp(`^Conversión${percent}\\s?%${converted} de estos ${added} nuevos$`),
    )
    const funnel = page.getByRole('table', { name: 'Clientes por etapa del pipeline' })
    await expect(funnel.getByRole('row')).toHaveCount(11)
    const prospects = summary.funnel.find(({ stage }) => stage === 'PROSPECT')?.count ?? -1
    await expect(funnel.getByRole('row', { name: /^Prospecto/ })).toContainText(format.format(prospects))

    const asked = page.waitForRequest(SUMMARY)
    await page.getByRole('link', { name: '30 días' }).click()
    const { searchParams } = new URL((await asked).url())
    const length = Date.parse(searchParams.get('to') ?? '') - Date.parse(searchParams.get('from') ?? '')
    expect(length / 86_400_000).toBe(29)
    await expect(page).toHaveURL('/?period=30d')
    await expect(page.getByRole('link', { name: '30 días' })).toHaveAttribute('aria-current', 'page')
    await expect(page.getByRole('listbox', { name: 'Clientes nuevos y ganados por día' })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('link', { name: '30 días' })).toHaveAttribute('aria-current', 'page')
})

test('a stage leads to its clients', async ({ room: page }) => {
    await page.goto('/')
    await page
        .getByRole('table', { name: 'Clientes por etapa' })
        .getByRole('link', { name: 'Prospecto' })
        .click()
    await expect(page).toHaveURL(/\/clients\?stage=/)
    expect(JSON.parse(new URL(page.url()).searchParams.get('stage') ?? '')).toEqual(['PROSPECT'])
})

test('the chart is read by keyboard, and as a table', async ({ room: page }) => {
    await page.goto('/')
    const chart = page.getByRole('listbox', { name: 'Clientes nuevos y ganados por semana' })
    await chart.focus()
    const last = chart.getByRole('option').last()
    await expect(last).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('ArrowLeft')
    await expect(last).toHaveAttribute('aria-selected', 'false')
    await page.keyboard.press('Home')
    const first = chart.getByRole('option').first()
    await expect(first).toHaveAttribute('aria-selected', 'true')
    await expect(first).toHaveAccessibleName(/^Semana del .+, Nuevos \d+, Ganados \d+$/)
    const weeks = await chart.getByRole('option').count()
    await page.getByRole('button', { name: 'Ver como tabla' }).press('Enter')
    const table = page.getByRole('table', { name: 'Clientes nuevos y ganados por semana' })
    await expect(table.getByRole('row')).toHaveCount(weeks + 1)
})

test('a client added elsewhere shows without a reload, and one request tells of many', async ({
    room: page,
    browser,
}) => {
    const answered = page.waitForResponse(SUMMARY)
    await page.goto('/')
    const { totals } = (await (await answered).json()) as Summary
    let asked = 0
    page.on('request', (request) => (asked += Number(request.url().includes('/clients/summary'))))
    const other = await browserOf(browser, 'ana')
    const ids: string[] = []
    for (let number = 0; number < 5; number++) {
        const made = await other.request.post('/api/v1/clients', {
            headers: SAME_ORIGIN,
            data: {
                firstName: 'Cabina',
                lastName: `Prueba ${number}`,
                email: `c${number}-${Date.now()}@example.com`,
                riskProfile: 'LOW',
            },
        })
        expect(made.status()).toBe(201)
        ids.push(((await made.json()) as { id: string }).id)
    }
    const clients = page.locator('dl > div').filter({ has: page.getByText('Clientes', { exact: true }) })
    await expect(clients).toContainText(new Intl.NumberFormat('es-AR').format(totals.clients + 5), {
        timeout: 4_000,
    })
    await expect(page.getByRole('listitem').filter({ hasText: 'agregó a Cabina Prueba 4' })).toBeVisible()
    expect(asked).toBeLessThan(5)
    for (const id of ids) await other.request.delete(`/api/v1/clients/${id}`, { headers: SAME_ORIGIN })
    await other.close()
})

test('a server that fails is told, and asked again on request', async ({ room: page }) => {
    await page.route(SUMMARY, (route) => route.fulfill({ status: 500 }))
    await page.goto('/')
    await expect(page.getByRole('alert')).toContainText('El servidor no pudo responder')
    await page.unroute(SUMMARY)
    await page.getByRole('button', { name: 'Reintentar' }).click()
    await expect(page.getByRole('table', { name: 'Clientes por etapa' })).toBeVisible()
})

test('without a session in the middle of it one is asked to sign in over the page', async ({
    room: page,
}) => {
    await page.goto('/')
    await expect(page.getByRole('table', { name: 'Clientes por etapa' })).toBeVisible()
    await page.route(SUMMARY, (route) => route.fulfill({ status: 401 }))
    await page.getByRole('link', { name: '12 meses' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.unroute(SUMMARY)
})

test('who begins is invited to add the first client', async ({ room: page }) => {
    await page.route(SUMMARY, async (route) => {
        const response = await route.fetch()
        const summary = (await response.json()) as Summary
        await route.fulfill({
            response,
            json: {
                ...summary,
                totals: { clients: 0, added: 0, won: 0, addedBefore: 0, wonBefore: 0 },
                latest: [],
            },
        })
    })
    await page.goto('/')
    await page.getByRole('link', { name: 'Agregar el primer cliente' }).click()
    await expect(page).toHaveURL('/clients?panel=new')
})

for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [360, 1280]) {
        test(`nothing keeps anybody out and nothing jumps, ${colorScheme} at ${width} px`, async ({
            browser,
        }) => {
            const context = await browserOf(browser, 'ana', { colorScheme, viewport: { width, height: 800 } })
            const page = await context.newPage()
            await page.addInitScript(() => {
                const shifts = { sum: 0 }
                Object.assign(window, { shifts })
                new PerformanceObserver((list) => {
                    for (const entry of list.getEntries()) {
                        shifts.sum += (entry as unknown as { value: number }).value
                    }
                }).observe({ type: 'layout-shift', buffered: true })
            })
            await page.goto('/')
            await expect(page.getByRole('table', { name: 'Clientes por etapa' })).toBeVisible()
            await expectAccessible(page)
            const { overflow, shifted } = await page.evaluate(() => ({
                overflow: document.documentElement.scrollWidth - innerWidth,
                shifted: (window as unknown as { shifts: { sum: number } }).shifts.sum,
            }))
            expect(overflow).toBe(0)
            expect(shifted).toBeLessThanOrEqual(0.02)
            await context.close()
        })
    }
}
