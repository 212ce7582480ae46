import { Trans } from '@lingui/react/macro'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { LiveProvider } from '@/live/LiveProvider'
import { usePaletteKey } from '@/palette/usePaletteKey'
import { ConnectionBanner } from './ConnectionBanner'
import { fetchOverlays } from './overlays'
import { SessionEnded } from './SessionEnded'
import { Sidebar } from './Sidebar'
import styles from './Shell.module.css'
import { ShellActions } from './shell-actions'
import { useGoingPlaces } from './useGoingPlaces'
import { useUndoKey } from './useUndoKey'

const Palette = lazy(() => import('@/palette/Palette').then(({ Palette }) => ({ default: Palette })))
const ShortcutsHelp = lazy(() =>
    import('./ShortcutsHelp').then(({ ShortcutsHelp }) => ({ default: ShortcutsHelp })),
)

/** What surrounds every room of somebody who is signed in. */
export function Shell() {
    const [open, setOpen] = useState<'palette' | 'shortcuts'>()
    const close = () => setOpen(undefined)
    const main = useFocusAfterNavigation()
    usePaletteKey(() => setOpen('palette'))
    useGoingPlaces(() => setOpen('shortcuts'))
    useUndoKey()
    useOverlaysAtHand()
    return (
        <LiveProvider>
            <ShellActions
                value={{ openPalette: () => setOpen('palette'), openShortcuts: () => setOpen('shortcuts') }}
            >
                <a href="#content" className={styles.skip}>
                    <Trans>Saltar al contenido</Trans>
                </a>
                <div className={styles.shell}>
                    <Sidebar />
                    <div className={styles.column}>
                        <ConnectionBanner />
                        <main id="content" ref={main} tabIndex={-1} className={styles.main}>
                            <Outlet />
                        </main>
                    </div>
                </div>
                <SessionEnded />
                <Suspense>
                    {open === 'palette' && <Palette onClose={close} />}
                    {open === 'shortcuts' && <ShortcutsHelp onClose={close} />}
                </Suspense>
            </ShellActions>
        </LiveProvider>
    )
}

/** Long enough after the page that nothing of it has to wait. */
const AFTER_THE_PAGE = 1_000

function useOverlaysAtHand() {
    useEffect(() => {
        const timer = setTimeout(fetchOverlays, AFTER_THE_PAGE)
        return () => clearTimeout(timer)
    }, [])
}

/** Screen readers and the keyboard follow to the new page, as they would in a page load. */
function useFocusAfterNavigation() {
    const main = useRef<HTMLElement>(null)
    const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
    const before = useRef(path)
    useEffect(() => {
        if (before.current !== undefined && before.current !== path)
            main.current?.focus({ preventScroll: true })
        before.current = path
    }, [path])
    return main
}
