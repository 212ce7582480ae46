import { useLingui } from '@lingui/react/macro'
import { ChevronsUpDown } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Avatar } from '@/design/Avatar'
import { ROLES } from '@/i18n/labels'
import { AccountMenu } from './overlays'
import styles from './UserMenu.module.css'
import { useUser } from './useUser'

/** Who is signed in, and what concerns only them. */
export function UserMenu({ isCompact = false }: { isCompact?: boolean }) {
    const { t } = useLingui()
    const user = useUser()
    const [isOpen, setOpen] = useState(false)
    const button = useRef<HTMLButtonElement>(null)
    return (
        <>
            <AriaButton
                ref={button}
                className={`${styles.trigger} ${isCompact ? styles.compact : ''}`}
                aria-label={t`Cuenta de ${user.name}`}
                aria-haspopup="menu"
                aria-expanded={isOpen}
                onPress={() => setOpen(true)}
            >
                <Avatar name={user.name} />
                {!isCompact && (
                    <>
                        <span className={styles.who}>
                            <span className={styles.name}>{user.name}</span>
                            <span className={styles.role}>{t(ROLES[user.role])}</span>
                        </span>
                        <ChevronsUpDown aria-hidden size={16} />
                    </>
                )}
            </AriaButton>
            <Suspense>{isOpen && <AccountMenu trigger={button} onClose={() => setOpen(false)} />}</Suspense>
        </>
    )
}
