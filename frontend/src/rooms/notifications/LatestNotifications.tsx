import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, type RefObject } from 'react'
import { Dialog, Heading, Popover } from 'react-aria-components'
import styles from './Bell.module.css'

const NotificationList = lazy(() =>
    import('./NotificationList').then(({ NotificationList }) => ({ default: NotificationList })),
)

const SHOWN = 6

/** The latest notifications, open at the bell. */
export function LatestNotifications({
    trigger,
    onClose,
}: {
    trigger: RefObject<Element | null>
    onClose: () => void
}) {
    return (
        <Popover
            isOpen
            triggerRef={trigger}
            onOpenChange={(isOpen) => {
                if (!isOpen) onClose()
            }}
            className={styles.popover ?? ''}
            placement="bottom start"
            offset={6}
        >
            <Dialog className={styles.dialog ?? ''}>
                <header className={styles.header}>
                    <Heading slot="title" level={2} className={styles.title}>
                        <Trans>Notificaciones</Trans>
                    </Heading>
                    <Link to="/notifications" className={styles.all} onClick={onClose}>
                        <Trans>Ver todas</Trans>
                    </Link>
                </header>
                <Suspense>
                    <NotificationList unreadOnly={false} limit={SHOWN} onOpen={onClose} />
                </Suspense>
            </Dialog>
        </Popover>
    )
}
