import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Archive, ArchiveRestore, ArrowRightLeft, Pencil, UserRoundX } from 'lucide-react'
import { useState } from 'react'
import { hasStatus } from '@/api/problem'
import { Page } from '@/app/Page'
import { useMayChangeClients } from '@/app/useUser'
import { Button, buttonClass } from '@/design/Button'
import { EmptyState, ErrorState } from '@/design/States'
import { useFormats } from '@/i18n/formats'
import { useChanges } from '@/live/changes'
import { ClientPanel, useFormAtHand } from '@/rooms/clients/ClientPanel'
import { clientQuery, followChanges, knownClient, type Client as ClientView } from '@/rooms/clients/queries'
import { TransferDialog, useMayTransfer } from '@/rooms/clients/Transfer'
import { useArchive, useRestore } from '@/rooms/clients/useArchive'
import styles from './Client.module.css'
import { ClientSkeleton } from './ClientSkeleton'
import { Data } from './Data'
import { Notes } from './Notes'
import { Portfolios } from './Portfolios'
import { StageHistory } from './StageHistory'
import { StageMenu } from './StageMenu'
import { Timeline } from './Timeline'

const route = getRouteApi('/app/clients/$clientId')

/** One client: who it is, how it came here, what happened. */
export function Client() {
    const { clientId } = route.useParams()
    const queries = useQueryClient()
    const {
        data: client,
        error,
        refetch,
    } = useQuery({
        ...clientQuery(clientId),
        placeholderData: () => knownClient(queries, clientId),
    })
    useChanges((changes) => void followChanges(queries, changes))
    useFormAtHand()

    // An address that is no client's is refused as malformed.
    if (hasStatus(error, 404) || hasStatus(error, 400)) return <NoClient />
    if (client) return <Known client={client} />
    return error ? <Failed error={error} retry={() => void refetch()} /> : <ClientSkeleton />
}

function Known({ client }: { client: ClientView }) {
    const { t } = useLingui()
    const mayChange = useMayChangeClients()
    const navigate = useNavigate()
    const archive = useArchive()
    const mayTransfer = useMayTransfer()
    const [isTransferring, setTransferring] = useState(false)
    const [isEditing, setEditing] = useState(false)

    const leave = async () => {
        if (await archive(client)) await navigate({ to: '/clients' })
    }

    return (
        <Page
            title={`${client.firstName} ${client.lastName}`}
            aside={<StageMenu client={client} />}
            actions={
                mayChange &&
                (client.archivedAt ? (
                    <RestoreButton client={client} />
                ) : (
                    <>
                        {mayTransfer && (
                            <Button
                                icon={<ArrowRightLeft aria-hidden />}
                                variant="ghost"
                                onPress={() => setTransferring(true)}
                            >
                                <Trans>Pasar a otro asesor…</Trans>
                            </Button>
                        )}
                        <Button icon={<Archive aria-hidden />} variant="ghost" onPress={() => void leave()}>
                            <Trans>Archivar</Trans>
                        </Button>
                        <Button icon={<Pencil aria-hidden />} onPress={() => setEditing(true)}>
                            <Trans>Editar</Trans>
                        </Button>
                    </>
                ))
            }
        >
            {client.archivedAt && <Archived at={client.archivedAt} />}
            <div className={styles.columns}>
                <div className={styles.side}>
                    <Data client={client} />
                    <Notes title={t`Notas`} text={client.notes} />
                    {client.liveNotes && <Notes title={t`Notas de reunión`} text={client.liveNotes} />}
                    <Portfolios clientId={client.id} />
                </div>
                <div className={styles.main}>
                    <StageHistory clientId={client.id} />
                    <Timeline clientId={client.id} />
                </div>
            </div>
            {isTransferring && <TransferDialog client={client} onClose={() => setTransferring(false)} />}
            {isEditing && <ClientPanel clientId={client.id} onClose={() => setEditing(false)} />}
        </Page>
    )
}

function RestoreButton({ client }: { client: ClientView }) {
    const restore = useRestore()
    return (
        <Button icon={<ArchiveRestore aria-hidden />} onPress={() => void restore(client)}>
            <Trans>Restaurar</Trans>
        </Button>
    )
}

/** Why nothing can be changed here. */
function Archived({ at }: { at: string }) {
    const { date } = useFormats()
    const day = date(at)
    return (
        <p className={styles.archived}>
            <Archive aria-hidden size={16} />
            <Trans>Archivado el {day}. Para cambiarlo, primero hay que restaurarlo.</Trans>
        </p>
    )
}

function NoClient() {
    const { t } = useLingui()
    return (
        <Page title={t`Cliente`}>
            <EmptyState
                level={2}
                icon={<UserRoundX aria-hidden />}
                title={t`No encontramos a este cliente`}
                action={
                    <Link to="/clients" className={buttonClass('primary')}>
                        <Trans>Ver los clientes</Trans>
                    </Link>
                }
            >
                <Trans>Puede que ahora lo lleve otra persona o que el enlace esté incompleto.</Trans>
            </EmptyState>
        </Page>
    )
}

function Failed({ error, retry }: { error: unknown; retry: () => void }) {
    const { t } = useLingui()
    return (
        <Page title={t`Cliente`}>
            <ErrorState level={2} error={error} retry={retry} />
        </Page>
    )
}
