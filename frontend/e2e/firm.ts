import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'

interface Person {
    role: string
    email: string
    username: string
    password: string
}

const demo = JSON.parse(readFileSync(process.env.CACTUS_DEMO ?? '../.cactus/demo.json', 'utf8')) as {
    users: Person[]
}

export function person(username: string): Person {
    const found = demo.users.find((user) => user.username === username)
    if (!found) throw new Error(`The demo firm has no ${username}`)
    return found
}

/** One sign-in a person for the whole run: signing in is slow on purpose, and too many are refused. */
const sessions = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>()

/** A browser of its own in which the person is signed in. */
export async function browserOf(
    browser: Browser,
    username: string,
    options: Parameters<Browser['newContext']>[0] = {},
) {
    if (!sessions.has(username)) {
        const context = await browser.newContext()
        await signIn(await context.newPage(), username)
        sessions.set(username, await context.storageState())
        await context.close()
    }
    return browser.newContext({ ...options, storageState: sessions.get(username) })
}

export async function signIn(page: Page, username: string) {
    const { email, password } = person(username)
    await page.goto('/sign-in')
    await page.getByLabel('Correo o usuario').fill(email)
    await page.getByLabel('Contraseña').fill(password)
    await page.getByRole('button', { name: 'Ingresar' }).click()
    await expect(page.getByRole('navigation', { name: 'Principal' }).first()).toBeVisible()
}

interface Fixtures {
    /** Who is signed in; `test.use({ username: 'admin' })` changes it. */
    username: string
    /** A page of that person. */
    room: Page
}

export const test = base.extend<Fixtures>({
    username: ['ana', { option: true }],
    room: async ({ browser, username, contextOptions }, provide) => {
        const context = await browserOf(browser, username, contextOptions)
        const page = await context.newPage()
        const broken: string[] = []
        page.on('pageerror', (error) => broken.push(error.message))
        page.on('console', (message) => {
            // Whatever the content security policy refuses is a fault of ours.
            if (message.text().includes('Content Security Policy')) broken.push(message.text())
        })
        await provide(page)
        expect(broken, 'errors in the page').toEqual([])
        await context.close()
    },
})

/** Presses a key as soon as the page listens, which is a moment after it shows. */
export async function pressUntil(page: Page, key: string, happened: () => Promise<void>) {
    await expect(async () => {
        await page.keyboard.press(key)
        await happened()
    }).toPass({ timeout: 15_000 })
}

/** Nothing that axe knows to be wrong by WCAG 2.2 AA. */
export async function expectAccessible(page: Page) {
    const { violations } = await new AxeBuilder({ page })
        // React Aria's own announcer lies outside every landmark, on purpose: it is heard and never visited.
        .exclude('[data-live-announcer]')
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
    expect(
        violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target[0])).join(', ')}`,
        ),
    ).toEqual([])
}

export { expect }
