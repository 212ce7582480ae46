import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { ArrowUp, Inbox } from 'lucide-react'
import { memo, useState, type KeyboardEvent } from 'react'
import { Button } from '@/design/Button'
import segments from '@/design/Segments.module.css'
import { EmptyState, ErrorState, Loading, Skeleton } from '@/design/States'
import { useFormats } from '@/i18n/formats'
import { useDeliveries, type Delivery, type DeliveryState } from './delivery-queries'
import styles from './Deliveries.module.css'
import type { Endpoint } from './queries'
import { STATES } from './search'
import { DeliveryBadge } from './StateBadge'
import { useHeld } from './useHeld'

interface Props {
    endpoint: Endpoint
    state?: DeliveryState
}

/** What was sent, the newest first, as it happens. */
export function Deliveries({ endpoint, state }: Props) {
    const { t } = useLingui()
    const { list } = useDeliveries(endpoint.id, state)

    const content = () => {
        if (list.isPending) return <Placeholders />
        if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} />
        return (
            <Rows
                deliveries={list.data.pages.flatMap(({ items }) => items)}
                endpointId={endpoint.id}
                state={state}
            />
        )
    }
    return (
        <section aria-label={t`Entregas`} className={styles.deliveries}>
            <header className={styles.header}>
                <h2 className={styles.title}>
                    <Trans>Entregas</Trans>
                </h2>
                <StateFilter endpointId={endpoint.id} state={state} />
            </header>
            <div className={styles.list}>{content()}</div>
            {list.hasNextPage && (
                <div className={styles.more}>
                    <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
                        <Trans>Ver más</Trans>
                    </Button>
                </div>
            )}
        </section>
    )
}

function StateFilter({ endpointId, state }: { endpointId: string; state?: DeliveryState }) {
    const { t } = useLingui()
    const names: Record<DeliveryState, string> = {
        PENDING: t`Pendientes`,
        DELIVERED: t`Entregadas`,
        FAILED: t`Fallidas`,
        CANCELLED: t`Canceladas`,
    }
    return (
        <nav aria-label={t`Estado de las entregas`} className={segments.segments}>
            {[undefined, ...STATES].map((value) => (
                <Link
                    key={value ?? 'all'}
                    to="/webhooks/$endpointId"
                    params={{ endpointId }}
                    search={{ state: value }}
                    replace
                    resetScroll={false}
                    activeOptions={{ exact: true }}
                    aria-current={value === state ? 'page' : undefined}
                    className={segments.segment}
                >
                    {value ? names[value] : t`Todas`}
                </Link>
            ))}
        </nav>
    )
}

interface RowsProps {
    deliveries: Delivery[]
    endpointId: string
    state?: DeliveryState
}

function Rows({ deliveries, endpointId, state }: RowsProps) {
    const { t } = useLingui()
    const { top, shown, waiting, release } = useHeld(deliveries)
    // What came after the page was opened slides in.
    const [newestAtFirst] = useState(deliveries[0]?.id ?? '')
    return (
        <>
            <div ref={top} className={styles.top} />
            <div role="status" className={styles.waiting}>
                {waiting > 0 && (
                    <Button icon={<ArrowUp aria-hidden />} onPress={release}>
                        <Plural value={waiting} one="# nueva" other="# nuevas" />
                    </Button>
                )}
            </div>
            {shown.length === 0 && (
                <EmptyState
                    icon={<Inbox aria-hidden />}
                    title={state ? t`Ninguna en este estado` : t`Todavía no se envió nada`}
                >
                    {!state && (
                        <Trans>
                            Enviá una prueba, o esperá a que pase algo de lo que este endpoint escucha.
                        </Trans>
                    )}
                </EmptyState>
            )}
            <ul>
                {shown.map((delivery) => (
                    <Row
                        key={delivery.id}
                        delivery={delivery}
                        endpointId={endpointId}
                        state={state}
                        isNew={delivery.id > newestAtFirst}
                    />
                ))}
            </ul>
        </>
    )
}

/** Up and down go from row to row. */
function walk(event: KeyboardEvent<HTMLElement>) {
    const row = event.currentTarget.closest('li')
    const next = { ArrowDown: row?.nextElementSibling, ArrowUp: row?.previousElementSibling }[event.key]
    if (!next) return
    event.preventDefault()
    next.querySelector('a')?.focus()
}

interface RowProps {
    delivery: Delivery
    endpointId: string
    state?: DeliveryState
    isNew: boolean
}

const Row = memo(function Row({ delivery, endpointId, state, isNew }: RowProps) {
    const { toTheSecond } = useFormats()
    const { id, eventType, attempts, createdAt, lastStatus, lastError } = delivery
    return (
        <li className={isNew ? styles.new : undefined}>
            <Link
                to="/webhooks/$endpointId"
                params={{ endpointId }}
                search={{ state, delivery: id }}
                resetScroll={false}
                preload={false}
                onKeyDown={walk}
                className={styles.row}
            >
                <span className={styles.state}>
                    <DeliveryBadge delivery={delivery} />
                </span>
                <code className={styles.type}>{eventType}</code>
                <span className={styles.result}>{lastStatus ?? lastError}</span>
                <span className={styles.attempts}>
                    <Plural value={attempts} one="# intento" other="# intentos" />
                </span>
                <time dateTime={createdAt} className={styles.when}>
                    {toTheSecond(createdAt)}
                </time>
            </Link>
        </li>
    )
})

function Placeholders() {
    return (
        <Loading>
            <div>
                {Array.from({ length: 8 }, (_, index) => (
                    <div key={index} className={styles.row}>
                        <Skeleton height="1.25rem" />
                    </div>
                ))}
            </div>
        </Loading>
    )
}
