import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Plus, Webhook } from 'lucide-react'
import { useState } from 'react'
import { Page } from '@/app/Page'
import { Badge } from '@/design/Badge'
import { Button } from '@/design/Button'
import { EmptyState, ErrorState, Loading, Skeleton } from '@/design/States'
import { useFormats } from '@/i18n/formats'
import { useChanges } from '@/live/changes'
import { EndpointPanel } from './EndpointPanel'
import styles from './Endpoints.module.css'
import { endpointsQuery, refreshEndpoints, type Endpoint } from './queries'
import { SecretOnce } from './SecretOnce'
import { EndpointBadge } from './StateBadge'
import { VerifyHint } from './VerifyHint'

/** The partners that hear what happens, for the administrator. */
export function Endpoints() {
    const { t } = useLingui()
    const navigate = useNavigate()
    const queries = useQueryClient()
    const [isAdding, setAdding] = useState(false)
    const [created, setCreated] = useState<Endpoint>()
    useChanges((changes) => {
        if (changes === 'everything' || changes.some(({ event }) => event.startsWith('webhook.'))) {
            void refreshEndpoints(queries)
        }
    })
    return (
        <Page
            title={t`Webhooks`}
            actions={
                <Button variant="primary" icon={<Plus aria-hidden />} onPress={() => setAdding(true)}>
                    <Trans>Agregar endpoint</Trans>
                </Button>
            }
        >
            <VerifyHint />
            <EndpointList />
            {isAdding && (
                <EndpointPanel
                    onClose={() => setAdding(false)}
                    onSaved={(endpoint) => {
                        setAdding(false)
                        setCreated(endpoint)
                    }}
                />
            )}
            {created?.secret && (
                <SecretOnce
                    secret={created.secret}
                    onDone={() =>
                        void navigate({
                            to: '/webhooks/$endpointId',
                            params: { endpointId: created.id },
                        })
                    }
                />
            )}
        </Page>
    )
}

function EndpointList() {
    const { t } = useLingui()
    const list = useInfiniteQuery(endpointsQuery)
    if (list.isPending) return <Placeholders />
    if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} />
    const endpoints = list.data.pages.flatMap(({ items }) => items)
    if (endpoints.length === 0) {
        return (
            <div className={styles.list}>
                <EmptyState icon={<Webhook aria-hidden />} title={t`Todavía nadie escucha`}>
                    <Trans>
                        Un endpoint es la dirección de otro sistema que recibe, en el momento, lo que pasa en
                        Cactus: clientes nuevos, cambios de etapa, carteras.
                    </Trans>
                </EmptyState>
            </div>
        )
    }
    return (
        <>
            <ul className={styles.list} aria-label={t`Endpoints`}>
                {endpoints.map((endpoint) => (
                    <Row key={endpoint.id} endpoint={endpoint} />
                ))}
            </ul>
            {list.hasNextPage && (
                <div className={styles.more}>
                    <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
                        <Trans>Ver más</Trans>
                    </Button>
                </div>
            )}
        </>
    )
}

const TYPES_SHOWN = 3

function Row({ endpoint }: { endpoint: Endpoint }) {
    const { ago, dateTime } = useFormats()
    const { id, url, description, eventTypes, failingSince, state } = endpoint
    const more = eventTypes.length - TYPES_SHOWN
    const since = failingSince && ago(failingSince)
    return (
        <li className={styles.row}>
            <div className={styles.what}>
                <Link to="/webhooks/$endpointId" params={{ endpointId: id }} className={styles.url}>
                    {url}
                </Link>
                {description && <p className={styles.description}>{description}</p>}
            </div>
            <div className={styles.types}>
                {eventTypes.slice(0, TYPES_SHOWN).map((type) => (
                    <Badge key={type}>
                        <code>{type}</code>
                    </Badge>
                ))}
                {more > 0 && <span className={styles.muted}>+{more}</span>}
            </div>
            <div className={styles.state}>
                <EndpointBadge endpoint={endpoint} />
                {since && state !== 'DISABLED' && (
                    <time dateTime={failingSince} title={dateTime(failingSince)} className={styles.muted}>
                        <Trans>falla desde {since}</Trans>
                    </time>
                )}
            </div>
        </li>
    )
}

function Placeholders() {
    return (
        <Loading>
            <div className={styles.list}>
                {Array.from({ length: 4 }, (_, index) => (
                    <div key={index} className={styles.row}>
                        <Skeleton width="18rem" height="1.25rem" />
                    </div>
                ))}
            </div>
        </Loading>
    )
}
