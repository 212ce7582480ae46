import { useLingui } from '@lingui/react/macro'
import { Card } from '@/design/Card'
import { useFormats } from '@/i18n/formats'
import { ActivitySentence } from './ActivitySentence'
import type { Summary } from './Cockpit'
import styles from './Rows.module.css'
import { Placeholders } from './Stuck'

const PLACES = 10

/** What happened last, by whom and to whom. */
export function Latest({ summary }: { summary?: Summary }) {
    const { t } = useLingui()
    const { ago, dateTime } = useFormats()
    return (
        <div className={styles.wide}>
            <Card title={t`Actividad reciente`}>
                {summary ? (
                    <ul>
                        {summary.latest.map((activity) => (
                            <li key={activity.id} className={styles.row}>
                                <span className={styles.sentence}>
                                    <ActivitySentence activity={activity} />
                                </span>
                                <time
                                    dateTime={activity.at}
                                    title={dateTime(activity.at)}
                                    className={styles.end}
                                >
                                    {ago(activity.at)}
                                </time>
                            </li>
                        ))}
                    </ul>
                ) : (
                    <Placeholders rows={PLACES} />
                )}
            </Card>
        </div>
    )
}
