import type { ReactNode } from 'react'
import styles from './Badge.module.css'

type Tone = 'neutral' | 'success' | 'warning' | 'danger' | 'info'

/** A state in a word or two. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
    return <span className={`${styles.badge} ${styles[tone]}`}>{children}</span>
}

/** How many of something need attention; nothing when none do. */
export function CountBadge({ count, label }: { count: number; label: string }) {
    if (count === 0) return null
    return (
        <span className={styles.count}>
            <span aria-hidden>{count > 99 ? '99+' : count}</span>
            <span className="visually-hidden">{label}</span>
        </span>
    )
}
