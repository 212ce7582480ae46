import { useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useProblemText } from '@/api/problem'
import { toast } from '@/design/toast'
import { offerUndo } from '@/design/undo'
import { STAGES, type Stage } from '@/i18n/labels'
import { sayOwnMove } from '@/live/moves-heard'
import { fullName } from './columns'
import { clientQuery, moveClient, type Client } from './queries'

interface Move {
    client: Client
    stage: Stage
    isUndo?: boolean
}

/**
 * Moves a client to another stage: at once on the screen, with a way back, and back with a word when the server does not take
 * it. Undoing is a move like any other: who is told of moves is told of it too.
 */
export function useMove() {
    const { t } = useLingui()
    const queries = useQueryClient()
    const text = useProblemText()
    const { mutate } = useMutation({
        mutationFn: async ({ client, stage, isUndo = false }: Move) => {
            const withdraw = tell(client, stage, isUndo)
            try {
                await moveClient(queries, client, stage)
            } catch (error) {
                withdraw()
                throw error
            }
        },
        onError: (error) => toast(text(error), { tone: 'danger' }),
    })

    const tell = (client: Client, stage: Stage, isUndo: boolean) => {
        const name = fullName(client)
        const to = t(STAGES[stage])
        const isSilent = sayOwnMove(client.id, t`${name} pasó a ${to}`)
        if (isUndo) return toast(t`${name} volvió a ${to}`, { isSilent })
        return offerUndo(client.id, t`${name} pasó a ${to}`, t`Deshacer`, () => undo(client, stage), {
            isSilent,
        })
    }
    /** Unless the client has gone elsewhere since. */
    const undo = (before: Client, moved: Stage) => {
        const client = queries.getQueryData(clientQuery(before.id).queryKey) ?? before
        const name = fullName(client)
        const stage = t(STAGES[moved])
        if (client.stage === moved) mutate({ client, stage: before.stage, isUndo: true })
        else toast(t`${name} ya no está en ${stage}, así que quedó donde está.`)
    }
    return mutate
}
