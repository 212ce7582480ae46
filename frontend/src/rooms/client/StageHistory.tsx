import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Card } from '@/design/Card'
import { ErrorState, Loading, Skeleton } from '@/design/States'
import { useFormats } from '@/i18n/formats'
import { stagesQuery } from '@/rooms/clients/queries'
import { stageColor, StageLabel } from '@/rooms/clients/StageLabel'
import { staysUntil } from './stays'
import styles from './StageHistory.module.css'

/** The stages that the client went through: how the time was spent as a bar, and in figures. */
export function StageHistory({ clientId }: { clientId: string }) {
    const { t } = useLingui()
    const { date, dateTime, days, daysSince, duration } = useFormats()
    const { data, dataUpdatedAt, error, refetch } = useQuery(stagesQuery(clientId))
    const stays = data && staysUntil(data, dataUpdatedAt)
    /** In days of the calendar, as everywhere; within one day, in hours or minutes. */
    const timeOf = ({ enteredAt, length }: NonNullable<typeof stays>[number]) => {
        const count = daysSince(enteredAt, Date.parse(enteredAt) + length)
        return count > 0 ? days(count) : duration(length)
    }
    const untilToday = (time: string) => t`${time} hasta hoy`
    return (
        <Card title={t`Recorrido por el pipeline`}>
            {stays ? (
                <>
                    <div aria-hidden className={styles.bar}>
                        {stays.map((stay) => (
                            <span
                                key={stay.enteredAt}
                                title={timeOf(stay)}
                                style={{ flexGrow: stay.length, background: stageColor(stay.stage) }}
                            />
                        ))}
                    </div>
                    <table className={styles.table}>
                        <thead>
                            <tr>
                                <th scope="col">
                                    <Trans>Etapa</Trans>
                                </th>
                                <th scope="col">
                                    <Trans>Desde</Trans>
                                </th>
                                <th scope="col">
                                    <Trans>Duración</Trans>
                                </th>
                                <th scope="col" className={styles.by}>
                                    <Trans>Quién</Trans>
                                </th>
                            </tr>
                        </thead>
                        <tbody>
                            {stays.map((stay) => (
                                <tr key={stay.enteredAt} aria-current={stay.leftAt ? undefined : 'true'}>
                                    <th scope="row">
                                        <StageLabel stage={stay.stage} />
                                    </th>
                                    <td>
                                        <time dateTime={stay.enteredAt} title={dateTime(stay.enteredAt)}>
                                            {date(stay.enteredAt)}
                                        </time>
                                    </td>
                                    <td className="tabular">
                                        {stay.leftAt ? timeOf(stay) : untilToday(timeOf(stay))}
                                    </td>
                                    <td className={styles.by}>
                                        {stay.changedByName ?? t`Alguien del equipo`}
                                    </td>
                                </tr>
                            ))}
                        </tbody>
                    </table>
                </>
            ) : error ? (
                <ErrorState error={error} retry={() => void refetch()} />
            ) : (
                <Loading>
                    <Skeleton height="0.75rem" />
                    {Array.from({ length: 3 }, (_, row) => (
                        <Skeleton key={row} height="1.5rem" />
                    ))}
                </Loading>
            )}
        </Card>
    )
}
