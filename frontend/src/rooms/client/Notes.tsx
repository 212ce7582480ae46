import { Trans } from '@lingui/react/macro'
import { Card } from '@/design/Card'
import styles from './Notes.module.css'

/** What somebody wrote, line by line as they wrote it. */
export function Notes({ title, text }: { title: string; text: string | null | undefined }) {
    return (
        <Card title={title}>
            {text ? (
                <p className={styles.text}>{text}</p>
            ) : (
                <p className={styles.none}>
                    <Trans>Todavía no hay notas.</Trans>
                </p>
            )}
        </Card>
    )
}
