import { expect, expectAccessible, test } from './firm'
import type { Locator } from '@playwright/test'

/** The colour that is painted behind it, after the reader's own colours were forced upon ours. */
const painted = (locator: Locator) =>
    locator.evaluate((element) => {
        const own = getComputedStyle(element).backgroundColor
        if (own !== 'rgba(0, 0, 0, 0)') return own
        const canvas = document.createElement('i')
        canvas.style.backgroundColor = 'Canvas'
        document.body.append(canvas)
        const color = getComputedStyle(canvas).backgroundColor
        canvas.remove()
        return color
    })

test('with the reader’s own colours, what colours tell is still told', async ({ room: page }) => {
    await page.emulateMedia({ forcedColors: 'active' })
    await page.goto('/')
    const navigation = page.getByRole('navigation', { name: 'Principal' })
    const periods = page.getByRole('navigation', { name: 'Período' })
    await expect(page.getByRole('table').first()).toBeVisible()
    const canvas = await painted(page.locator('html'))
    for (const links of [navigation, periods]) {
        const current = links.locator('[aria-current="page"]')
        await expect(current).toHaveCount(1)
        expect(await painted(current)).not.toBe(await painted(links.locator('a:not([aria-current])').first()))
    }
    const bar = page.locator('table [style*="inline-size"]').first()
    expect(await painted(bar)).not.toBe(canvas)
    await expectAccessible(page)

    await page.goto('/clients')
    const dot = page.getByRole('gridcell').locator('[style*="--color-stage"]').first()
    await expect(dot).toBeVisible()
    expect(await painted(dot)).not.toBe(canvas)
    await expectAccessible(page)

    await page.goto('/notifications')
    const tabs = page.getByRole('tab')
    await expect(tabs).toHaveCount(2)
    const border = (tab: Locator) => tab.evaluate((element) => getComputedStyle(element).borderBottomColor)
    expect(await border(tabs.nth(0))).not.toBe(await border(tabs.nth(1)))
    await expectAccessible(page)
})

test('rows of a very wide window are as long as one reads, and the board has the room', async ({
    room: page,
}) => {
    await page.setViewportSize({ width: 3840, height: 1200 })
    await page.goto('/clients')
    const row = page.getByRole('row').nth(1)
    await expect(row.getByRole('gridcell').first()).toBeVisible()
    expect((await row.boundingBox())?.width).toBeLessThanOrEqual(1920)
    await page.goto('/pipeline')
    const last = page.getByRole('region', { name: 'Inactivo', exact: true })
    await expect(last).toBeVisible()
    const place = await last.boundingBox()
    expect((place?.x ?? 0) + (place?.width ?? 0)).toBeGreaterThan(2500)
})

test('paper has no navigation', async ({ room: page }) => {
    await page.goto('/')
    const navigation = page.getByRole('navigation', { name: 'Principal' })
    await expect(navigation).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(navigation).toBeHidden()
    await expect(page.getByRole('banner').first()).toBeHidden()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.setViewportSize({ width: 700, height: 900 })
    await expect(navigation).toBeHidden()
})

test('a Spanish clock has 24 hours', async ({ room: page }) => {
    await page.goto('/clients')
    const when = page.getByRole('gridcell').locator('time').first()
    await expect(when).toHaveAttribute('title', /^\d+ [a-z]+ \d{4}, ([01]\d|2[0-3]):[0-5]\d$/)
})

test('amounts end at the right of their column', async ({ room: page }) => {
    await page.goto(`/clients?columns=${encodeURIComponent(JSON.stringify(['savings']))}`)
    const header = page.getByRole('columnheader', { name: 'Ahorro mensual' })
    await expect(header).toBeVisible()
    const amount = page
        .getByRole('gridcell')
        .filter({ hasText: /^(USD|ARS)/ })
        .first()
    await expect(amount).toBeVisible()
    for (const cell of [header, amount]) {
        const gap = await cell.evaluate((element) => {
            const text = document.createRange()
            text.selectNodeContents(element)
            return element.getBoundingClientRect().right - text.getBoundingClientRect().right
        })
        // The padding of a cell.
        expect(Math.round(gap)).toBe(12)
    }
})

test('on a slow line the frame is seen before anything else of the page', async ({ room: page }) => {
    let letThrough: () => void = () => undefined
    const held = new Promise<void>((resolve) => (letThrough = resolve))
    await page.route('**/assets/**', async (route) => {
        await held
        await route.continue()
    })
    await page.goto('/', { waitUntil: 'commit' })
    const frame = page.locator('.frame')
    await expect(frame).toBeVisible()
    await expect(frame).toContainText('Cactus')
    await expect
        .poll(() => page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length))
        .toBe(1)
    letThrough()
    await expect(page.getByRole('navigation', { name: 'Principal' })).toBeVisible()
    await expect(frame).toHaveCount(0)
})
