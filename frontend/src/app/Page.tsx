import { useEffect, type ReactNode } from 'react'
import styles from './Page.module.css'

export function usePageTitle(title: string) {
    useEffect(() => {
        document.title = `${title} · Cactus`
    }, [title])
}

interface PageProps {
    title: string
    /** Beside the title, such as a count. */
    aside?: ReactNode
    actions?: ReactNode
    /** Fills the height of the window and scrolls inside, as tables and boards do. */
    isFull?: boolean
    /** As wide as the window, for what does not stretch, as a board's columns do not. */
    isWide?: boolean
    children: ReactNode
}

/** A room: its title, what can be done in it, and its content. */
export function Page({ title, aside, actions, isFull = false, isWide = false, children }: PageProps) {
    usePageTitle(title)
    return (
        <div className={`${styles.page} ${isFull ? styles.full : ''} ${isWide ? styles.wide : ''}`}>
            <header className={styles.header}>
                <h1 className={styles.title}>{title}</h1>
                {aside}
                <div className={styles.actions}>{actions}</div>
            </header>
            {children}
        </div>
    )
}
