import { noop, type QueryClient } from '@tanstack/react-query'
import {
    createRootRouteWithContext,
    createRoute,
    createRouter as createTanStackRouter,
    lazyRouteComponent,
    redirect,
} from '@tanstack/react-router'
import * as v from 'valibot'
import { sessionQuery, type Role, type User } from '@/api/session'
import { languageOfBrowser, rememberLanguage, speak } from '@/i18n/i18n'
import { boardSearch, clientsSearch } from '@/rooms/clients/search'
import { Cockpit } from '@/rooms/cockpit/Cockpit'
import { cockpitSearch } from '@/rooms/cockpit/search'
import { SignIn } from '@/rooms/signin/SignIn'
import { deliveriesSearch } from '@/rooms/webhooks/search'
import { parseSearch, stringifySearch } from './address'
import { ErrorPage, NotFoundPage } from './HelpfulPages'
import { recalledView, rememberView } from './remembered-view'
import { Root } from './Root'
import { Shell } from './Shell'

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
    component: Root,
    notFoundComponent: NotFoundPage,
    errorComponent: ErrorPage,
})

const signIn = createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    validateSearch: v.object({
        // Only a path of ours: anything else would send people who sign in to a stranger's page.
        next: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^\/(?![/\\])/))), undefined),
    }),
    beforeLoad: async ({ context, search }) => {
        if (await context.queries.query({ ...sessionQuery, staleTime: 'static' }))
            throw redirect({ href: search.next ?? '/' })
    },
    component: SignIn,
})

/** Everything that needs somebody to be signed in. */
const app = createRoute({
    getParentRoute: () => root,
    id: 'app',
    beforeLoad: async ({ context, location }) => {
        const user = await context.queries.query({ ...sessionQuery, staleTime: 'static' })
        if (!user) throw redirect({ to: '/sign-in', search: { next: location.href } })
        if (user.language) rememberLanguage(user.language)
        await speak(user.language ?? languageOfBrowser())
        return { user }
    },
    component: Shell,
})

function onlyFor(...roles: Role[]) {
    return ({ context }: { context: { user: { role: Role } } }) => {
        if (!roles.includes(context.user.role)) throw redirect({ to: '/' })
    }
}

interface Entering {
    cause: string
    context: { user: User }
    search: Record<string, unknown>
}

/** Who comes back to a room finds it as they left it, and the address says how that is. */
function asLeft(to: '/' | '/clients' | '/pipeline') {
    return ({ cause, context, search }: Entering) => {
        const recalled = cause === 'stay' ? undefined : recalledView(context.user.id, to, search)
        if (recalled) throw redirect({ to, search: recalled, replace: true })
    }
}

const cockpit = createRoute({
    getParentRoute: () => app,
    path: '/',
    beforeLoad: asLeft('/'),
    validateSearch: cockpitSearch,
    component: Cockpit,
})

/**
 * What the rooms with clients ask for first is asked along with their code, and when a pointer comes near their link. That
 * it failed is the room's to tell.
 */
const clientQueries = () => import('@/rooms/clients/queries')

const clients = createRoute({
    getParentRoute: () => app,
    path: '/clients',
    beforeLoad: asLeft('/clients'),
    validateSearch: clientsSearch,
    // The panel and the choice of columns ask for nothing.
    loaderDeps: ({ search }) => ({ ...search, panel: undefined, columns: undefined }),
    loader: async ({ context, deps }) => {
        const { clientsQuery, listFilter } = await clientQueries()
        void context.queries.query(clientsQuery(listFilter(deps), null)).catch(noop)
    },
    component: lazyRouteComponent(() => import('@/rooms/clients/Clients'), 'Clients'),
})

const client = createRoute({
    getParentRoute: () => app,
    path: '/clients/$clientId',
    loader: async ({ context, params }) => {
        const { clientQuery } = await clientQueries()
        void context.queries.query(clientQuery(params.clientId)).catch(noop)
    },
    component: lazyRouteComponent(() => import('@/rooms/client/Client'), 'Client'),
})

const pipeline = createRoute({
    getParentRoute: () => app,
    path: '/pipeline',
    beforeLoad: asLeft('/pipeline'),
    validateSearch: boardSearch,
    loaderDeps: ({ search }) => search,
    loader: async ({ context, deps }) => {
        const { boardQuery } = await clientQueries()
        void context.queries.query(boardQuery(deps)).catch(noop)
    },
    component: lazyRouteComponent(() => import('@/rooms/pipeline/Pipeline'), 'Pipeline'),
})

const notifications = createRoute({
    getParentRoute: () => app,
    path: '/notifications',
    component: lazyRouteComponent(() => import('@/rooms/notifications/Notifications'), 'Notifications'),
})

const webhooks = createRoute({
    getParentRoute: () => app,
    path: '/webhooks',
    beforeLoad: onlyFor('ADMIN'),
    component: lazyRouteComponent(() => import('@/rooms/webhooks/Endpoints'), 'Endpoints'),
})

const webhook = createRoute({
    getParentRoute: () => app,
    path: '/webhooks/$endpointId',
    beforeLoad: onlyFor('ADMIN'),
    validateSearch: deliveriesSearch,
    component: lazyRouteComponent(() => import('@/rooms/webhooks/Endpoint'), 'Endpoint'),
})

const profile = createRoute({
    getParentRoute: () => app,
    path: '/profile',
    component: lazyRouteComponent(() => import('@/rooms/profile/Profile'), 'Profile'),
})

/** Nothing of it is left in a build. */
function development() {
    if (!import.meta.env.DEV) return []
    const styleguide = createRoute({
        getParentRoute: () => root,
        path: '/styleguide',
        component: lazyRouteComponent(() => import('@/rooms/styleguide/Styleguide'), 'Styleguide'),
    })
    return [styleguide]
}

const rooms = [cockpit, clients, client, pipeline, notifications, webhooks, webhook, profile]
const routes = root.addChildren([signIn, app.addChildren(rooms), ...development()])

export function createRouter(queries: QueryClient) {
    const router = createTanStackRouter({
        routeTree: routes,
        context: { queries },
        parseSearch,
        stringifySearch,
        defaultPreload: 'intent',
        // TanStack Query decides what is fresh.
        defaultPreloadStaleTime: 0,
        scrollRestoration: true,
    })
    // What changes while the room stays was chosen in it.
    router.subscribe('onResolved', ({ pathChanged, hrefChanged, toLocation }) => {
        const user = queries.getQueryData(sessionQuery.queryKey)
        if (user && hrefChanged && !pathChanged) rememberView(user.id, toLocation.pathname, toLocation.search)
    })
    return router
}

declare module '@tanstack/react-router' {
    interface Register {
        router: ReturnType<typeof createRouter>
    }
}
