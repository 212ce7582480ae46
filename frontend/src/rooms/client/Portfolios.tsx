import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Badge } from '@/design/Badge'
import { Card } from '@/design/Card'
import { ErrorState, Loading, Skeleton } from '@/design/States'
import { useFormats } from '@/i18n/formats'
import { portfoliosQuery } from '@/rooms/clients/queries'
import notes from './Notes.module.css'
import styles from './Portfolios.module.css'

/** The client's portfolios, in the order in which they were opened. */
export function Portfolios({ clientId }: { clientId: string }) {
    const { t } = useLingui()
    const { date } = useFormats()
    const { data, error, refetch } = useQuery(portfoliosQuery(clientId))
    return (
        <Card title={t`Carteras`} aside={data && data.total > 0 && <Badge>{data.total}</Badge>}>
            {data ? (
                data.items.length > 0 ? (
                    <ul className={styles.list}>
                        {data.items.map(({ id, name, currency, createdAt }) => (
                            <li key={id} className={styles.portfolio}>
                                <span className={styles.name}>{name}</span>
                                <Badge>{currency}</Badge>
                                <time dateTime={createdAt} className={styles.since}>
                                    {t`Desde el ${date(createdAt)}`}
                                </time>
                            </li>
                        ))}
                    </ul>
                ) : (
                    <p className={notes.none}>
                        <Trans>Todavía no tiene carteras.</Trans>
                    </p>
                )
            ) : error ? (
                <ErrorState error={error} retry={() => void refetch()} />
            ) : (
                <Loading>
                    <Skeleton height="1.25rem" />
                </Loading>
            )}
        </Card>
    )
}
