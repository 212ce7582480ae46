import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from '@/design/Button'
import { Card } from '@/design/Card'
import { ErrorState, Loading, Skeleton } from '@/design/States'
import { useFormats } from '@/i18n/formats'
import { activitiesQuery } from '@/rooms/clients/queries'
import { ActivityItem } from './ActivityItem'
import { byDay } from './days'
import styles from './Timeline.module.css'

/** What happened to the client, the latest first. */
export function Timeline({ clientId }: { clientId: string }) {
    const { t } = useLingui()
    const { date, daysSince } = useFormats()
    const activities = useInfiniteQuery(activitiesQuery(clientId))
    const now = activities.dataUpdatedAt
    const nameOf = (instant: string) => [t`Hoy`, t`Ayer`][daysSince(instant, now)] ?? date(instant)
    return (
        <Card title={t`Actividad`}>
            {activities.data ? (
                <>
                    {byDay(
                        activities.data.pages.flatMap(({ items }) => items),
                        date,
                    ).map(([day, items]) => (
                        <section key={day} className={styles.day}>
                            <h3 className={styles.title}>{nameOf(items[0]?.at ?? '')}</h3>
                            <ol className={styles.list}>
                                {items.map((activity) => (
                                    <ActivityItem key={activity.id} activity={activity} />
                                ))}
                            </ol>
                        </section>
                    ))}
                    {activities.hasNextPage && (
                        <Button
                            variant="ghost"
                            isPending={activities.isFetchingNextPage}
                            onPress={() => void activities.fetchNextPage()}
                        >
                            <Trans>Ver más</Trans>
                        </Button>
                    )}
                </>
            ) : activities.error ? (
                <ErrorState error={activities.error} retry={() => void activities.refetch()} />
            ) : (
                <Loading>
                    {Array.from({ length: 5 }, (_, row) => (
                        <Skeleton key={row} height="2rem" />
                    ))}
                </Loading>
            )}
        </Card>
    )
}
