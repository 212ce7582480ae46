import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Bell as BellIcon } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { CountBadge } from '@/design/Badge'
import styles from './Bell.module.css'
import { unreadQuery } from './queries'

const NotificationList = lazy(() =>
    import('./NotificationList').then(({ NotificationList }) => ({ default: NotificationList })),
)

const SHOWN = 6

/** How many wait, and the latest of them. */
export function Bell() {
    const { t } = useLingui()
    const [isOpen, setOpen] = useState(false)
    const { data: unread = 0 } = useQuery(unreadQuery)
    return (
        <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
            <AriaButton
                className={styles.bell ?? ''}
                aria-label={unread ? t`Notificaciones, ${unread} sin leer` : t`Notificaciones`}
            >
                <BellIcon aria-hidden size={18} />
                <span className={styles.badge} aria-hidden>
                    <CountBadge count={unread} label="" />
                </span>
            </AriaButton>
            <Popover className={styles.popover ?? ''} placement="bottom start" offset={6}>
                <Dialog className={styles.dialog ?? ''}>
                    <header className={styles.header}>
                        <Heading slot="title" level={2} className={styles.title}>
                            <Trans>Notificaciones</Trans>
                        </Heading>
                        <Link to="/notifications" className={styles.all} onClick={() => setOpen(false)}>
                            <Trans>Ver todas</Trans>
                        </Link>
                    </header>
                    <Suspense>
                        <NotificationList unreadOnly={false} limit={SHOWN} onOpen={() => setOpen(false)} />
                    </Suspense>
                </Dialog>
            </Popover>
        </DialogTrigger>
    )
}
