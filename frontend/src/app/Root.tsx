import { useLingui } from '@lingui/react/macro'
import { Outlet, useRouter } from '@tanstack/react-router'
import { Suspense, useEffect, useState } from 'react'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import { toasts } from '@/design/toast'
import { Toasts } from './overlays'

/** What every page has, signed in or not: React Aria's language and links, and toasts. */
export function Root() {
    const { i18n } = useLingui()
    const router = useRouter()
    return (
        <I18nProvider locale={i18n.locale === 'en' ? 'en-US' : 'es-AR'}>
            <RouterProvider navigate={(href) => void router.navigate({ href })}>
                <Outlet />
                <ToastsOnceNeeded />
            </RouterProvider>
        </I18nProvider>
    )
}

function ToastsOnceNeeded() {
    const [areNeeded, need] = useState(false)
    useEffect(() => toasts.subscribe(() => need(true)), [])
    return <Suspense>{areNeeded && <Toasts />}</Suspense>
}
