import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { Keyboard, LogOut, Moon, Sun, SunMoon, UserRound } from 'lucide-react'
import { useState, type RefObject } from 'react'
import { MenuAt } from '@/design/Menu'
import { useShellActions } from './shell-actions'
import { currentTheme, setTheme, type Theme } from './theme'
import { useSignOut } from './useSignOut'

const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' }
const ICONS = { system: SunMoon, light: Sun, dark: Moon }

/** What concerns only who is signed in. */
export function AccountMenu({
    trigger,
    onClose,
}: {
    trigger: RefObject<Element | null>
    onClose: () => void
}) {
    const { t } = useLingui()
    const navigate = useNavigate()
    const { openShortcuts } = useShellActions()
    const [theme] = useState(currentTheme)
    const leave = useSignOut()
    const themes: Record<Theme, string> = {
        system: t`Tema: sistema`,
        light: t`Tema: claro`,
        dark: t`Tema: oscuro`,
    }
    const ThemeIcon = ICONS[theme]
    return (
        <MenuAt
            label={t`Cuenta`}
            trigger={trigger}
            onClose={onClose}
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
                    onAction: () => setTheme(NEXT[theme]),
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
        />
    )
}
