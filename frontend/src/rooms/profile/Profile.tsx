import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { answer, api } from '@/api/client'
import { useProblemText } from '@/api/problem'
import type { components } from '@/api/schema'
import { sessionQuery, type User } from '@/api/session'
import { Page } from '@/app/Page'
import { ShortcutsSwitch } from '@/app/ShortcutsSwitch'
import { currentTheme, setTheme, THEMES, type Theme } from '@/app/theme'
import { useSignOut } from '@/app/useSignOut'
import { useUser } from '@/app/useUser'
import { Avatar } from '@/design/Avatar'
import { Button } from '@/design/Button'
import { Card } from '@/design/Card'
import { ConfirmDialog } from '@/design/Dialog'
import { Select } from '@/design/Select'
import { toast } from '@/design/toast'
import { useFormats } from '@/i18n/formats'
import { LANGUAGES, languageFor, rememberLanguage, speak } from '@/i18n/i18n'
import { ROLES } from '@/i18n/labels'
import styles from './Profile.module.css'
import { TimeZonePicker } from './TimeZonePicker'

type ProfileRequest = components['schemas']['ProfileRequest']

const BROWSER = 'browser'
type Language = (typeof LANGUAGES)[number] | typeof BROWSER
const LANGUAGE_NAMES = { 'es-AR': 'Español (Argentina)', en: 'English' }

/** What concerns only the person who is signed in. */
export function Profile() {
    const { t } = useLingui()
    const user = useUser()
    return (
        <Page title={t`Perfil`}>
            <div className={styles.page}>
                <Card title={t`Cuenta`}>
                    <div className={styles.who}>
                        <Avatar name={user.name} size="lg" />
                        <div>
                            <p className={styles.name}>{user.name}</p>
                            <p className={styles.muted}>
                                {user.email} · {t(ROLES[user.role])}
                            </p>
                        </div>
                    </div>
                </Card>
                <Preferences user={user} />
                <Appearance />
                <Sessions />
            </div>
        </Page>
    )
}

function Preferences({ user }: { user: User }) {
    const { t } = useLingui()
    const { dateTime } = useFormats()
    const queries = useQueryClient()
    const text = useProblemText()
    const saving = useMutation({
        mutationFn: (change: ProfileRequest) => answer(api.PATCH('/api/v1/users/me', { body: change })),
        onSuccess: async (saved) => {
            queries.setQueryData(sessionQuery.queryKey, saved)
            rememberLanguage(saved.language)
            await speak(languageFor(saved.language))
            toast(t`Preferencias guardadas`)
        },
        onError: (error) => toast(text(error), { tone: 'danger' }),
    })
    return (
        <Card title={t`Idioma y hora`}>
            <div className={styles.fields}>
                <Select<Language>
                    label={t`Idioma`}
                    value={user.language ?? BROWSER}
                    onChange={(language) =>
                        saving.mutate({ language: language === BROWSER ? null : language })
                    }
                    options={[
                        { value: BROWSER, label: t`El del navegador` },
                        ...LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
                    ]}
                />
                <TimeZonePicker
                    label={t`Zona horaria`}
                    value={user.timeZone}
                    onChange={(timeZone) => saving.mutate({ timeZone })}
                    description={t`Ahora: ${dateTime(new Date().toISOString())}`}
                />
            </div>
        </Card>
    )
}

function Appearance() {
    const { t } = useLingui()
    const [theme, change] = useState(currentTheme)
    const names: Record<Theme, string> = { system: t`El del sistema`, light: t`Claro`, dark: t`Oscuro` }
    return (
        <Card title={t`En este navegador`}>
            <div className={styles.fields}>
                <Select<Theme>
                    label={t`Tema`}
                    value={theme}
                    onChange={(value) => {
                        setTheme(value)
                        change(value)
                    }}
                    options={THEMES.map((value) => ({ value, label: names[value] }))}
                />
                <div className={styles.beside}>
                    <ShortcutsSwitch />
                </div>
            </div>
        </Card>
    )
}

function Sessions() {
    const { t } = useLingui()
    const leave = useSignOut()
    const [isAsking, ask] = useState(false)
    return (
        <Card title={t`Sesiones`}>
            <p className={styles.muted}>
                <Trans>
                    Si perdiste un dispositivo o entraste en uno ajeno, cerrá la sesión en todos a la vez.
                </Trans>
            </p>
            <div className={styles.buttons}>
                <Button icon={<LogOut aria-hidden />} onPress={() => leave(false)}>
                    <Trans>Cerrar sesión</Trans>
                </Button>
                <Button onPress={() => ask(true)}>
                    <Trans>Cerrar sesión en todos los dispositivos</Trans>
                </Button>
            </div>
            <ConfirmDialog
                isOpen={isAsking}
                onClose={() => ask(false)}
                onConfirm={() => leave(true)}
                title={t`¿Cerrar sesión en todos los dispositivos?`}
                confirm={t`Cerrar todas`}
            >
                <p>
                    <Trans>También en este. Lo que no se haya guardado en otras pestañas se pierde.</Trans>
                </p>
            </ConfirmDialog>
        </Card>
    )
}
