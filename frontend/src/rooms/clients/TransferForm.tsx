import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useProblemText } from '@/api/problem'
import { Button } from '@/design/Button'
import { Dialog } from '@/design/Dialog'
import { Select } from '@/design/Select'
import { toast } from '@/design/toast'
import { offerUndo } from '@/design/undo'
import styles from './ClientForm.module.css'
import { fullName } from './columns'
import { useOwners } from './people'
import { keepClient, refreshDerived, refreshLists, transferClient, type Client } from './queries'

/** Whom the client goes to. */
export function TransferForm({ client, onClose }: { client: Client; onClose: () => void }) {
    const { t } = useLingui()
    const name = fullName(client)
    const owners = useOwners()
    const text = useProblemText()
    const transfer = useTransfer()
    const [ownerId, choose] = useState<string>()
    const [missing, setMissing] = useState<string>()
    const chosen = owners.find(({ value }) => value === ownerId)
    const handing = useMutation({
        mutationFn: transfer,
        onSuccess: onClose,
        onError: (error) => setMissing(text(error)),
    })
    const submit = () => {
        if (chosen) handing.mutate({ client, ownerId: chosen.value, owner: chosen.label })
        else setMissing(t`Elegí de quién es`)
    }
    return (
        <Dialog
            isOpen
            onClose={onClose}
            title={t`Pasar a ${name} a otro asesor`}
            actions={
                <>
                    <Button onPress={onClose}>
                        <Trans>Cancelar</Trans>
                    </Button>
                    <Button variant="primary" isPending={handing.isPending} onPress={submit}>
                        <Trans>Pasar</Trans>
                    </Button>
                </>
            }
        >
            <div className={styles.transfer}>
                <Select
                    label={t`Asesor`}
                    options={owners.filter(({ value }) => value !== client.ownerId)}
                    value={ownerId ?? null}
                    placeholder={t`Elegí de quién es`}
                    onChange={(id) => {
                        setMissing(undefined)
                        choose(id)
                    }}
                    error={missing}
                />
                <p>
                    <Trans>Le avisamos a quien lo recibe; quien lo lleva ahora deja de verlo.</Trans>
                </p>
            </div>
        </Dialog>
    )
}

interface Handing {
    client: Client
    ownerId: string
    /** The new owner's name. */
    owner: string
}

/** With a way back, which is a transfer like any other. */
function useTransfer() {
    const { t } = useLingui()
    const queries = useQueryClient()
    const text = useProblemText()
    const save = async (id: string, ownerId: string) => {
        keepClient(queries, await transferClient(id, ownerId))
        refreshDerived(queries, id)
        await refreshLists(queries)
    }
    return async ({ client, ownerId, owner }: Handing) => {
        const name = fullName(client)
        const undo = () =>
            save(client.id, client.ownerId).catch((error: unknown) => toast(text(error), { tone: 'danger' }))
        await save(client.id, ownerId)
        offerUndo(client.id, t`${owner} lleva ahora a ${name}`, t`Deshacer`, () => void undo())
    }
}
