import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClientProvider } from '@tanstack/react-query'
import {
    createMemoryHistory,
    createRootRoute,
    createRoute,
    createRouter,
    Outlet,
    RouterProvider,
} from '@tanstack/react-router'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createQueryClient } from '@/api/queries'
import { sessionQuery, type User } from '@/api/session'
import { Toasts } from '@/design/Toasts'

export const ANA: User = {
    id: '01890000-0000-7000-8000-000000000001',
    email: 'ana@cactus.example',
    username: 'ana',
    name: 'Ana Suárez',
    role: 'ADVISOR',
    grade: 'SENIOR',
    managerId: null,
    active: true,
    language: null,
    timeZone: 'America/Argentina/Buenos_Aires',
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
}

/** Shows something as it would be in the application: signed in, with routes that lead somewhere. */
export function show(children: ReactNode, { user = ANA }: { user?: User } = {}) {
    const queries = createQueryClient()
    queries.setDefaultOptions({ queries: { ...queries.getDefaultOptions().queries, retry: false } })
    queries.setQueryData(sessionQuery.queryKey, user)
    const root = createRootRoute({ component: Outlet })
    const page = createRoute({ getParentRoute: () => root, path: '$', component: () => children })
    const router = createRouter({ routeTree: root.addChildren([page]), history: createMemoryHistory() })
    const view = render(
        <I18nProvider i18n={i18n}>
            <QueryClientProvider client={queries}>
                <RouterProvider router={router as never} />
                <Toasts />
            </QueryClientProvider>
        </I18nProvider>,
    )
    return { ...view, queries, router }
}
