import { useLingui } from '@lingui/react/macro'
import { noop, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useUnsavedChanges } from '@/app/useUnsavedChanges'
import { Dialog } from '@/design/Dialog'
import { ErrorState, Loading, Skeleton } from '@/design/States'
import styles from './ClientForm.module.css'
import { clientQuery } from './queries'

// Brings a form library that looking at clients does not need.
const load = () => import('./ClientForm')
const ClientForm = lazy(() => load().then(({ ClientForm }) => ({ default: ClientForm })))
const AFTER_THE_ROOM = 2_000

/** Has the form at hand soon after the room is there: its panel opens without a wait, and without a network. */
export function useFormAtHand() {
    useEffect(() => {
        const timer = setTimeout(() => void load().catch(noop), AFTER_THE_ROOM)
        return () => clearTimeout(timer)
    }, [])
}

interface Props {
    /** Whom to change, or "new". */
    clientId: string
    onClose: () => void
}

/** Creates or changes a client beside the page. */
export function ClientPanel({ clientId, onClose }: Props) {
    const { t } = useLingui()
    const isNew = clientId === 'new'
    const query = useQuery({ ...clientQuery(clientId), enabled: !isNew })
    const [isDirty, setDirty] = useState(false)
    const { leave, tryToLeave, question } = useUnsavedChanges(isDirty, onClose)
    return (
        <Dialog
            isOpen
            onClose={tryToLeave}
            placement="side"
            title={isNew ? t`Cliente nuevo` : t`Editar cliente`}
        >
            {isNew || query.data ? (
                <Suspense fallback={<FormSkeleton />}>
                    <ClientForm
                        client={query.data}
                        onDirty={setDirty}
                        onSaved={leave}
                        onCancel={tryToLeave}
                    />
                </Suspense>
            ) : query.isError ? (
                <ErrorState error={query.error} retry={() => void query.refetch()} />
            ) : (
                <FormSkeleton />
            )}
            {question}
        </Dialog>
    )
}

function FormSkeleton() {
    return (
        <Loading>
            <div className={styles.form}>
                {Array.from({ length: 8 }, (_, field) => (
                    <Skeleton key={field} height="3.25rem" />
                ))}
            </div>
        </Loading>
    )
}
