import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
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
                // A refusal stays one; what failed on the way or in the server may pass.
                retry: (failures, error) =>
                    failures < ATTEMPTS - 1 && !(error instanceof ProblemError && error.status < 500),
                retryDelay: (attempt) => 500 * 2 ** attempt,
            },
            // Without a network a change fails at once and says so, rather than to wait and be made unseen.
            mutations: { networkMode: 'always' },
        },
    })
}
