import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { RotateCw } from 'lucide-react'
import { useProblemText } from '@/api/problem'
import { Button } from '@/design/Button'
import { CopyButton } from '@/design/CopyButton'
import { Dialog } from '@/design/Dialog'
import { ErrorState, Loading, Skeleton } from '@/design/States'
import { toast } from '@/design/toast'
import { useFormats } from '@/i18n/formats'
import { useChanges } from '@/live/changes'
import { AttemptLog } from './AttemptLog'
import { Countdown } from './Countdown'
import { deliveryQuery, retry, type DeliveryDetail } from './delivery-queries'
import styles from './DeliveryPanel.module.css'
import type { Endpoint } from './queries'
import { DeliveryBadge } from './StateBadge'

const POLL = 2_000

interface Props {
    id: string
    endpoint: Endpoint
    onClose: () => void
}

/** All that happened to one delivery, and its body. */
export function DeliveryPanel({ id, endpoint, onClose }: Props) {
    const { t } = useLingui()
    const queries = useQueryClient()
    const text = useProblemText()
    const delivery = useQuery({
        ...deliveryQuery(id),
        refetchInterval: ({ state }) => (state.data?.state === 'PENDING' ? POLL : false),
    })
    useChanges(() => void delivery.refetch())
    const retrying = useMutation({
        mutationFn: () => retry(queries, id),
        onSuccess: () => toast(t`Un intento más, en camino`),
        onError: (error) => toast(text(error), { tone: 'danger' }),
    })
    const content = () => {
        if (delivery.data) return <Detail delivery={delivery.data} endpoint={endpoint} />
        if (delivery.isError) {
            return <ErrorState error={delivery.error} retry={() => void delivery.refetch()} />
        }
        return (
            <Loading>
                <Skeleton height="24rem" />
            </Loading>
        )
    }
    return (
        <Dialog
            isOpen
            onClose={onClose}
            placement="side"
            title={delivery.data?.eventType ?? t`Entrega`}
            actions={
                <Button
                    icon={<RotateCw aria-hidden />}
                    isDisabled={!delivery.data || endpoint.state !== 'ENABLED'}
                    isPending={retrying.isPending}
                    onPress={() => retrying.mutate()}
                >
                    <Trans>Reintentar ahora</Trans>
                </Button>
            }
        >
            {content()}
        </Dialog>
    )
}

function Detail({ delivery, endpoint }: { delivery: DeliveryDetail; endpoint: Endpoint }) {
    const { t } = useLingui()
    const { toTheSecond } = useFormats()
    const body = JSON.stringify(delivery.body, null, 2)
    const { eventId, eventTime, finishedAt, state, nextAttemptAt, attempts } = delivery
    return (
        <div className={styles.detail}>
            <div className={styles.state}>
                <DeliveryBadge delivery={delivery} />
                {state === 'PENDING' && endpoint.state === 'PAUSED' && (
                    <Trans>espera a que reanudes el endpoint</Trans>
                )}
                {state === 'PENDING' && endpoint.state === 'ENABLED' && nextAttemptAt && attempts > 0 && (
                    <span>
                        <Trans>próximo intento en</Trans> <Countdown until={nextAttemptAt} />
                    </span>
                )}
            </div>
            <dl className={styles.facts}>
                <dt>webhook-id</dt>
                <dd>
                    <code>{eventId}</code>
                </dd>
                <dt>{t`Pasó`}</dt>
                <dd>
                    <time dateTime={eventTime}>{toTheSecond(eventTime)}</time>
                </dd>
                {finishedAt && (
                    <>
                        <dt>{t`Terminó`}</dt>
                        <dd>
                            <time dateTime={finishedAt}>{toTheSecond(finishedAt)}</time>
                        </dd>
                    </>
                )}
            </dl>
            <section>
                <header className={styles.heading}>
                    <h3>
                        <Trans>Intentos</Trans>
                    </h3>
                </header>
                <AttemptLog attempts={delivery.log} />
            </section>
            <section>
                <header className={styles.heading}>
                    <h3>
                        <Trans>Cuerpo</Trans>
                    </h3>
                    <CopyButton text={body} />
                </header>
                <pre className={styles.code}>{body}</pre>
            </section>
        </div>
    )
}
