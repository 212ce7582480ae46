import createClient from 'openapi-fetch'
import { i18n } from '@lingui/core'
import { ProblemError, type Problem } from './problem'
import type { paths } from './schema'

/** The services behind the gateway, typed by their merged contract. The session's cookie goes along by itself. */
export const api = createClient<paths>({
    baseUrl: typeof window === 'undefined' ? 'http://localhost' : window.location.origin,
    // Looked up at each call, so that tests can stand in for the network.
    fetch: (request) => globalThis.fetch(request),
})

api.use({
    onRequest({ request }) {
        request.headers.set('Accept-Language', i18n.locale)
        return request
    },
})

interface Answer<T> {
    data?: T
    error?: unknown
    response: Response
}

/** What was answered, or the problem as an exception: what TanStack Query wants of a query function. */
export async function answer<T>(call: Promise<Answer<T>>): Promise<T> {
    const { data, error, response } = await call
    if (!response.ok) {
        throw new ProblemError(response.status, asProblem(error), response.headers.get('Retry-After'))
    }
    return data as T
}

function asProblem(error: unknown): Problem | undefined {
    return typeof error === 'object' && error !== null && 'title' in error ? (error as Problem) : undefined
}
