import { lazy } from 'react'

/** What opens over the page is no part of the first script: it is fetched when the page has come to rest, or when needed. */
const load = () => import('./overlays-loaded')

export const AccountMenu = lazy(async () => ({ default: (await load()).AccountMenu }))
export const LatestNotifications = lazy(async () => ({ default: (await load()).LatestNotifications }))
export const Toasts = lazy(async () => ({ default: (await load()).Toasts }))

/** So that they open at once, and without a network. */
export function fetchOverlays() {
    void load().catch(() => undefined)
}
