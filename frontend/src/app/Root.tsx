import { useLingui } from '@lingui/react/macro'
import { Outlet, useRouter } from '@tanstack/react-router'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import { Toasts } from '@/design/Toasts'

/** What every page has, signed in or not: React Aria's language and links, and toasts. */
export function Root() {
    const { i18n } = useLingui()
    const router = useRouter()
    return (
        <I18nProvider locale={i18n.locale === 'en' ? 'en-US' : 'es-AR'}>
            <RouterProvider navigate={(href) => void router.navigate({ href })}>
                <Outlet />
                <Toasts />
            </RouterProvider>
        </I18nProvider>
    )
}
