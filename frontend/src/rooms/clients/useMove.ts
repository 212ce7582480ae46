import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useProblemText } from '@/api/problem'
import { toast } from '@/design/toast'
import type { Stage } from '@/i18n/labels'
import { moveClient, type Client } from './queries'

/** Moves a client to another stage: at once on the screen, back with a word when the server does not take it. */
export function useMove() {
    const queries = useQueryClient()
    const text = useProblemText()
    const { mutate } = useMutation({
        mutationFn: ({ client, stage }: { client: Client; stage: Stage }) =>
            moveClient(queries, client, stage),
        onError: (error) => toast(text(error), { tone: 'danger' }),
    })
    return mutate
}
