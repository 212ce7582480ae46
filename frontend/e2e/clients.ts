import { expect, type Locator, type Page } from '@playwright/test'

interface Made {
    id: string
    firstName: string
    lastName: string
    name: string
}

/** A client of one test's own; asked for from within the page, as the gateway demands of who comes with a cookie. */
export async function makeClient(page: Page, fields: Record<string, unknown> = {}): Promise<Made> {
    const lastName = `Prueba ${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`
    const client = await page.evaluate(
        async (body) => {
            const response = await fetch('/api/v1/clients', {
                method: 'POST',
                headers: { 'Content-Type': 'application/json' },
                body: JSON.stringify(body),
            })
            if (!response.ok) throw new Error(await response.text())
            return (await response.json()) as { id: string; firstName: string; lastName: string }
        },
        {
            firstName: 'Lucía',
            lastName,
            email: `${lastName.replaceAll(' ', '.').toLowerCase()}@example.com`,
            riskProfile: 'MEDIUM',
            ...fields,
        },
    )
    return { ...client, name: `${client.firstName} ${client.lastName}` }
}

/** Takes it away again: the firm is shared by all tests. */
export async function archive(page: Page, { id }: Made) {
    await page.evaluate((path) => fetch(path, { method: 'DELETE' }), `/api/v1/clients/${id}`)
}

export function column(page: Page, stage: string): Locator {
    return page.getByRole('region', { name: stage, exact: true })
}

/** Opens a room and waits until it hears of changes: what happens before is not told. */
export async function openLive(page: Page, path: string) {
    const socket = page.waitForEvent('websocket', (found) => found.url().includes('/ws/'))
    const ready = socket.then((live) =>
        live.waitForEvent('framereceived', ({ payload }) => String(payload).includes('"ready"')),
    )
    await page.goto(path)
    await ready
}

/** How many clients the head of the column says it has. */
export async function total(page: Page, stage: string): Promise<number> {
    const text = await column(page, stage)
        .getByText(/^\d+ clientes$/)
        .textContent()
    return parseInt(text ?? '')
}

export function card(page: Page, { name }: Made): Locator {
    return page.getByRole('link', { name, exact: true })
}

export async function expectIn(page: Page, client: Made, stage: string) {
    await expect(column(page, stage).getByRole('link', { name: client.name, exact: true })).toBeVisible()
}
