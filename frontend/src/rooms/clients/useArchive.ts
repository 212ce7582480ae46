import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { hasStatus, useProblemText } from '@/api/problem'
import { toast } from '@/design/toast'
import { offerUndo } from '@/design/undo'
import { useFieldNames } from './fieldNames'
import {
    archiveClient,
    cancelLists,
    clientQuery,
    dropClient,
    keepClient,
    refreshDerived,
    refreshLists,
    restoreClient,
    type Client,
} from './queries'

type Archived = Pick<Client, 'id' | 'firstName' | 'lastName'>

/**
 * Archives a client: gone at once, with a way back in the toast, and back where it was when the server refuses. The promise
 * says whether the client is archived.
 */
export function useArchive() {
    const { t } = useLingui()
    const queries = useQueryClient()
    const text = useProblemText(useFieldNames())

    return async (client: Archived): Promise<boolean> => {
        const name = `${client.firstName} ${client.lastName}`
        await cancelLists(queries)
        const putBack = dropClient(queries, client.id)
        const archiving = archive(client.id)

        const undo = async () => {
            putBack()
            try {
                await archiving
                await restoreClient(client.id)
                toast(t`${name} está de vuelta`)
            } catch (error) {
                toast(t`No se pudo restaurar a ${name}. ${text(error)}`, { tone: 'danger' })
            }
            await refreshLists(queries)
        }

        const withdraw = offerUndo(client.id, t`Archivaste a ${name}`, t`Deshacer`, () => void undo())
        try {
            await archiving
            return true
        } catch (error) {
            withdraw()
            putBack()
            toast(t`No se pudo archivar a ${name}. ${text(error)}`, { tone: 'danger' })
            return false
        } finally {
            void queries.invalidateQueries({ queryKey: clientQuery(client.id).queryKey })
            void refreshLists(queries)
        }
    }
}

async function archive(id: string) {
    try {
        await archiveClient(id)
    } catch (error) {
        // Somebody else's archiving is as good as ours.
        if (!hasStatus(error, 404)) throw error
    }
}

/** Brings an archived client back. */
export function useRestore() {
    const { t } = useLingui()
    const queries = useQueryClient()
    const text = useProblemText(useFieldNames())

    return async (client: Archived) => {
        const name = `${client.firstName} ${client.lastName}`
        try {
            const restored = await restoreClient(client.id)
            keepClient(queries, restored)
            refreshDerived(queries, client.id)
            toast(t`${name} está de vuelta`)
        } catch (error) {
            toast(t`No se pudo restaurar a ${name}. ${text(error)}`, { tone: 'danger' })
        }
        await refreshLists(queries)
    }
}
