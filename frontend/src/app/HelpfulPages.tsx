import { Trans, useLingui } from '@lingui/react/macro'
import { Link, type ErrorComponentProps } from '@tanstack/react-router'
import { Compass, RotateCw, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useProblemText } from '@/api/problem'
import { Button, buttonClass } from '@/design/Button'
import styles from './HelpfulPages.module.css'
import { usePageTitle } from './Page'

function HelpfulPage({
    icon,
    title,
    children,
    actions,
}: {
    icon: ReactNode
    title: string
    children: ReactNode
    actions: ReactNode
}) {
    usePageTitle(title)
    return (
        <main className={styles.page}>
            <span className={styles.icon}>{icon}</span>
            <h1>{title}</h1>
            <div className={styles.text}>{children}</div>
            <div className={styles.actions}>{actions}</div>
        </main>
    )
}

function Home() {
    return (
        <Link to="/" className={buttonClass('primary')}>
            <Trans>Ir al inicio</Trans>
        </Link>
    )
}

/** For an address that is no page. */
export function NotFoundPage() {
    const { t } = useLingui()
    return (
        <HelpfulPage
            icon={<Compass aria-hidden />}
            title={t`Esta página no existe`}
            actions={
                <>
                    <Home />
                    <Link to="/clients" className={buttonClass()}>
                        <Trans>Ver los clientes</Trans>
                    </Link>
                </>
            }
        >
            <p>
                <Trans>
                    Puede que el enlace esté incompleto, o que lo que buscás se haya archivado o no esté a tu
                    alcance.
                </Trans>
            </p>
        </HelpfulPage>
    )
}

/** For what broke while a page was made; nothing that was saved is lost by it. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
    const { t } = useLingui()
    const text = useProblemText()
    return (
        <HelpfulPage
            icon={<TriangleAlert aria-hidden />}
            title={t`Algo salió mal`}
            actions={
                <>
                    <Button variant="primary" icon={<RotateCw aria-hidden />} onPress={reset}>
                        <Trans>Reintentar</Trans>
                    </Button>
                    <Link to="/" className={buttonClass()}>
                        <Trans>Ir al inicio</Trans>
                    </Link>
                </>
            }
        >
            <p>{text(error)}</p>
            <p>
                <Trans>Lo que ya guardaste está a salvo.</Trans>
            </p>
        </HelpfulPage>
    )
}
