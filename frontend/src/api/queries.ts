import { MutationCache, QueryCache, QueryClient, type QueryFilters } from '@tanstack/react-query'
import { hasStatus, ProblemError } from './problem'
import { sessionEnded } from './session'

const ATTEMPTS = 3

/** What the server said, kept while it is likely to be true; live messages say when it no longer is. */
export function createQueryClient() {
    const onError = (error: unknown) => {
        if (hasStatus(error, 401)) sessionEnded.tell()
    }
    return new QueryClient({
        queryCache: new QueryCache({ onError }),
        mutationCache: new MutationCache({ onError }),
        defaultOptions: {
            queries: {
                staleTime: 30_000,
                networkMode: 'always',
                // A refusal stays one; what failed on the way or in the server may pass.
                retry: (failures, error) =>
                    failures < ATTEMPTS - 1 && !(error instanceof ProblemError && error.status < 500),
                retryDelay: (attempt) => 500 * 2 ** attempt,
            },
            // Without a network a change fails where one can see it, instead of waiting and happening later by surprise.
            mutations: { networkMode: 'always' },
        },
    })
}

/**
 * Asks again for what is on the screen. A first answer on its way may be too old already, and TanStack Query would wait for it
 * instead of asking anew: it is given up.
 */
export async function askAgain(queries: QueryClient, filters: QueryFilters = {}) {
    await queries.cancelQueries({ ...filters, predicate: ({ state }) => state.data === undefined })
    await queries.invalidateQueries(filters)
}
