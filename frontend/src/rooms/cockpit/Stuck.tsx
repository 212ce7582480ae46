import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { PartyPopper } from 'lucide-react'
import { Card } from '@/design/Card'
import { EmptyState, Loading, Skeleton } from '@/design/States'
import { useFormats } from '@/i18n/formats'
import { StageLabel } from '@/rooms/clients/StageLabel'
import type { Summary } from './Cockpit'
import styles from './Rows.module.css'

const PLACES = 8

/** Who has been in a stage for longest, and may need a push. */
export function Stuck({ summary }: { summary?: Summary }) {
    const { t } = useLingui()
    return (
        <Card title={t`Hace más que no avanzan`}>
            <div className={styles.space}>
                {summary ? <Clients stuck={summary.stuck} /> : <Placeholders />}
            </div>
        </Card>
    )
}

function Clients({ stuck }: { stuck: Summary['stuck'] }) {
    const { t } = useLingui()
    const { days, daysSince, date } = useFormats()
    if (stuck.length === 0) {
        return (
            <EmptyState icon={<PartyPopper aria-hidden />} title={t`Nadie está en camino`}>
                <Trans>No hay clientes en etapas abiertas.</Trans>
            </EmptyState>
        )
    }
    return (
        <ul>
            {stuck.map(({ client, stage, since }) => (
                <li key={client.id} className={`${styles.row} ${styles.stuck}`}>
                    <Link to="/clients/$clientId" params={{ clientId: client.id }} className={styles.main}>
                        {client.firstName} {client.lastName}
                    </Link>
                    <span className={styles.detail}>
                        <StageLabel stage={stage} />
                    </span>
                    <time dateTime={since} title={date(since)} className={styles.end}>
                        {days(daysSince(since))}
                    </time>
                </li>
            ))}
        </ul>
    )
}

export function Placeholders({ rows = PLACES }: { rows?: number }) {
    return (
        <Loading>
            <div>
                {Array.from({ length: rows }, (_, index) => (
                    <div key={index} className={`${styles.row} ${styles.stuck}`}>
                        <Skeleton height="1rem" />
                    </div>
                ))}
            </div>
        </Loading>
    )
}
