import { useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ChevronsUpDown, Keyboard, LogOut, Moon, Sun, SunMoon, UserRound } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { signOut } from '@/api/session'
import { useProblemText } from '@/api/problem'
import { Avatar } from '@/design/Avatar'
import { Menu } from '@/design/Menu'
import { toast } from '@/design/toast'
import { ROLES } from '@/i18n/labels'
import { useShellActions } from './shell-actions'
import { currentTheme, setTheme, type Theme } from './theme'
import styles from './UserMenu.module.css'
import { useUser } from './useUser'

const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' }
const ICONS = { system: SunMoon, light: Sun, dark: Moon }

/** Who is signed in, and what concerns only them. */
export function UserMenu({ isCompact = false }: { isCompact?: boolean }) {
    const { t } = useLingui()
    const user = useUser()
    const navigate = useNavigate()
    const { openShortcuts } = useShellActions()
    const [theme, change] = useState(currentTheme)
    const leave = useSignOut()
    const themes: Record<Theme, string> = {
        system: t`Tema: sistema`,
        light: t`Tema: claro`,
        dark: t`Tema: oscuro`,
    }
    const ThemeIcon = ICONS[theme]
    return (
        <Menu
            label={t`Cuenta`}
            actions={[
                {
                    id: 'profile',
                    label: t`Perfil`,
                    icon: <UserRound aria-hidden />,
                    onAction: () => void navigate({ to: '/profile' }),
                },
                {
                    id: 'theme',
                    label: themes[theme],
                    icon: <ThemeIcon aria-hidden />,
                    onAction: () => {
                        setTheme(NEXT[theme])
                        change(NEXT[theme])
                    },
                },
                {
                    id: 'shortcuts',
                    label: t`Atajos de teclado`,
                    icon: <Keyboard aria-hidden />,
                    shortcut: '?',
                    onAction: openShortcuts,
                },
                {
                    id: 'leave',
                    label: t`Cerrar sesión`,
                    icon: <LogOut aria-hidden />,
                    startsGroup: true,
                    onAction: () => leave(false),
                },
            ]}
        >
            <AriaButton
                className={`${styles.trigger} ${isCompact ? styles.compact : ''}`}
                aria-label={t`Cuenta de ${user.name}`}
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
        </Menu>
    )
}

/** Signs out, here or on every device, and forgets everything this page holds. */
export function useSignOut() {
    const text = useProblemText()
    const leaving = useMutation({
        mutationFn: signOut,
        // A page load, and not a navigation, so that nothing of this user stays in memory.
        onSuccess: () => window.location.assign('/sign-in'),
        onError: (error) => toast(text(error), { tone: 'danger' }),
    })
    return leaving.mutate
}
