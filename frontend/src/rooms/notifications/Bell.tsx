import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Bell as BellIcon } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { LatestNotifications } from '@/app/overlays'
import { CountBadge } from '@/design/Badge'
import styles from './Bell.module.css'
import { unreadQuery } from './queries'

/** How many wait, and the latest of them. */
export function Bell() {
    const { t } = useLingui()
    const [isOpen, setOpen] = useState(false)
    const button = useRef<HTMLButtonElement>(null)
    const { data: unread = 0 } = useQuery(unreadQuery)
    return (
        <>
            <AriaButton
                ref={button}
                className={styles.bell ?? ''}
                aria-label={unread ? t`Notificaciones, ${unread} sin leer` : t`Notificaciones`}
                aria-haspopup="dialog"
                aria-expanded={isOpen}
                onPress={() => setOpen(true)}
            >
                <BellIcon aria-hidden size={18} />
                <span className={styles.badge} aria-hidden>
                    <CountBadge count={unread} label="" />
                </span>
            </AriaButton>
            <Suspense>
                {isOpen && <LatestNotifications trigger={button} onClose={() => setOpen(false)} />}
            </Suspense>
        </>
    )
}
