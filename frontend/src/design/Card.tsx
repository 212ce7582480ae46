import { useId, type ReactNode } from 'react'
import styles from './Card.module.css'

/** A titled part of a page. */
export function Card({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
    const id = useId()
    return (
        <section className={styles.card} aria-labelledby={id}>
            <header className={styles.header}>
                <h2 id={id} className={styles.title}>
                    {title}
                </h2>
                {aside}
            </header>
            {children}
        </section>
    )
}
