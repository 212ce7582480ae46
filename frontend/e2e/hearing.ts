import type { Page } from '@playwright/test'

declare global {
    interface Window {
        heard: string[]
    }
}

/** Writes down what a screen reader would read out by itself: what appears or changes in live regions. Before the page loads. */
export async function listen(page: Page) {
    await page.addInitScript(() => {
        const LIVE = '[aria-live]:not([aria-live=off]),[role=log],[role=status],[role=alert]'
        window.heard = []
        const hear = (element: Element | null | undefined) => {
            const text = element?.textContent.trim()
            if (text) window.heard.push(text)
        }
        new MutationObserver((records) => {
            for (const { target, addedNodes } of records) {
                const element = target instanceof Element ? target : target.parentElement
                const isInside = element?.closest(LIVE)
                if (target instanceof Text && isInside) hear(element)
                for (const node of addedNodes) {
                    if (isInside) hear(node instanceof Element ? node : element)
                    else if (node instanceof Element) {
                        if (node.matches(LIVE)) hear(node)
                        node.querySelectorAll(LIVE).forEach(hear)
                    }
                }
            }
        }).observe(document, { childList: true, characterData: true, subtree: true })
    })
}

export function heard(page: Page, about: string) {
    return page.evaluate((text) => window.heard.filter((said) => said.includes(text)), about)
}
