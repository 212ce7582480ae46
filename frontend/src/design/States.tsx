import { Trans, useLingui } from '@lingui/react/macro'
import { CloudOff, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useProblemText } from '@/api/problem'
import { Button } from './Button'
import styles from './States.module.css'

/** Holds the place of what is coming; give it the size of what comes, so that nothing jumps. */
export function Skeleton({ width = '100%', height = '1em' }: { width?: string; height?: string }) {
    return <span className={styles.skeleton} style={{ width, height }} aria-hidden />
}

/** Tells screen readers, once, that something is on its way; around skeletons. */
export function Loading({ children }: { children: ReactNode }) {
    const { t } = useLingui()
    return (
        <div role="status" aria-label={t`Cargando`} className={styles.loading}>
            {children}
        </div>
    )
}

interface EmptyStateProps {
    icon: ReactNode
    title: string
    /** Of the title; 2 where it stands right below the page's own. */
    level?: 2 | 3
    children?: ReactNode
    action?: ReactNode
}

/** Nothing here, why, and what to do about it. */
export function EmptyState({ icon, title, level = 3, children, action }: EmptyStateProps) {
    return (
        <div className={styles.state}>
            <span className={styles.icon}>{icon}</span>
            <Title level={level}>{title}</Title>
            {children && <p className={styles.text}>{children}</p>}
            {action}
        </div>
    )
}

/** What failed, in words that help, and a way to try again. */
export function ErrorState({
    error,
    level = 3,
    retry,
}: {
    error: unknown
    level?: 2 | 3
    retry?: () => void
}) {
    const text = useProblemText()
    return (
        <div className={styles.state} role="alert">
            <span className={styles.icon}>
                <CloudOff aria-hidden />
            </span>
            <Title level={level}>
                <Trans>No se pudo cargar</Trans>
            </Title>
            <p className={styles.text}>{text(error)}</p>
            {retry && (
                <Button icon={<RotateCw aria-hidden />} onPress={retry}>
                    <Trans>Reintentar</Trans>
                </Button>
            )}
        </div>
    )
}

function Title({ level, children }: { level: 2 | 3; children: ReactNode }) {
    const Heading = `h${level}` as const
    return <Heading className={styles.title}>{children}</Heading>
}
