import { Trans } from '@lingui/react/macro'
import { RotateCw } from 'lucide-react'
import { useProblemText } from '@/api/problem'
import { Button } from '@/design/Button'
import styles from './ClientTable.module.css'

/** More clients did not come; those that did stay. */
export function RowsFailed({ error, retry }: { error: unknown; retry: () => void }) {
    const text = useProblemText()
    return (
        <div role="alert" className={styles.failed}>
            <span>{text(error)}</span>
            <Button icon={<RotateCw aria-hidden />} onPress={retry}>
                <Trans>Reintentar</Trans>
            </Button>
        </div>
    )
}
