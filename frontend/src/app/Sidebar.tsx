import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { CountBadge } from '@/design/Badge'
import { IconButton } from '@/design/Button'
import { Kbd } from '@/design/Kbd'
import { useMediaQuery } from '@/design/useMediaQuery'
import { commandKey } from '@/palette/usePaletteKey'
import { Bell } from '@/rooms/notifications/Bell'
import { unreadQuery } from '@/rooms/notifications/queries'
import { Logo } from './Logo'
import { placesFor } from './places'
import { useShellActions } from './shell-actions'
import styles from './Sidebar.module.css'
import { UserMenu } from './UserMenu'
import { useUser } from './useUser'

/** Where one can go: at the side of a wide window, around a narrow one. */
export function Sidebar() {
    const { t } = useLingui()
    const { openPalette } = useShellActions()
    const isNarrow = useMediaQuery('(max-width: 56rem)')
    return (
        <>
            <header className={styles.top}>
                <Link to="/" className={styles.brand} aria-label="Cactus">
                    <Logo />
                    <span aria-hidden>Cactus</span>
                </Link>
                <div className={styles.tools}>
                    {isNarrow && (
                        <IconButton label={t`Buscar`} onPress={openPalette}>
                            <Search aria-hidden />
                        </IconButton>
                    )}
                    <Bell />
                    {isNarrow && <UserMenu isCompact />}
                </div>
            </header>
            {isNarrow ? (
                <div className={styles.bottom}>
                    <Navigation />
                </div>
            ) : (
                <div className={styles.side}>
                    <AriaButton onPress={openPalette} className={styles.search ?? ''}>
                        <Search aria-hidden size={16} />
                        <span>{t`Buscar o ir a…`}</span>
                        <Kbd keys={`${commandKey()} K`} />
                    </AriaButton>
                    <Navigation />
                    <div className={styles.user}>
                        <UserMenu />
                    </div>
                </div>
            )}
        </>
    )
}

function Navigation() {
    const { t } = useLingui()
    const { role } = useUser()
    const { data: unread = 0 } = useQuery(unreadQuery)
    return (
        <nav aria-label={t`Principal`} className={styles.navigation}>
            {placesFor(role).map(({ to, label, icon: Icon }) => (
                <Link
                    key={to}
                    to={to}
                    activeOptions={{ exact: to === '/', includeSearch: false }}
                    className={styles.place}
                >
                    <Icon aria-hidden size={18} />
                    <span className={styles.label}>{t(label)}</span>
                    {to === '/notifications' && <CountBadge count={unread} label={t`${unread} sin leer`} />}
                </Link>
            ))}
        </nav>
    )
}
