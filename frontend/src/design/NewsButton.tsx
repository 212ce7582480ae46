import { Plural } from '@lingui/react/macro'
import { ArrowUp } from 'lucide-react'
import styles from './NewsButton.module.css'

/** What others added and waits to be shown, so that nothing moves under the reader's pointer. */
export function NewsButton({ count, onPress }: { count: number; onPress: () => void }) {
    return (
        <div role="status" className={styles.place}>
            {count > 0 && (
                <button type="button" className={styles.button} onClick={onPress}>
                    <Plural value={count} one="# nuevo" other="# nuevos" />
                    <ArrowUp aria-hidden size={14} />
                </button>
            )}
        </div>
    )
}
