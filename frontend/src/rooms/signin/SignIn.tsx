import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Fingerprint } from 'lucide-react'
import { answer, api } from '@/api/client'
import { sessionQuery, type User } from '@/api/session'
import { Logo } from '@/app/Logo'
import { usePageTitle } from '@/app/Page'
import { buttonClass } from '@/design/Button'
import { LANGUAGES, rememberLanguage, speak } from '@/i18n/i18n'
import styles from './SignIn.module.css'
import { SignInForm } from './SignInForm'

const methodsQuery = {
    queryKey: ['sign-in-methods'],
    queryFn: () => answer(api.GET('/api/v1/auth/methods')),
    staleTime: Infinity,
}

/** The way in; afterwards one is where one wanted to go. */
export function SignIn() {
    const { t, i18n } = useLingui()
    const queries = useQueryClient()
    const navigate = useNavigate()
    const { next } = useSearch({ from: '/sign-in' })
    const { data: methods } = useQuery(methodsQuery)
    usePageTitle(t`Ingresar`)

    const signedIn = (user: User) => {
        queries.setQueryData(sessionQuery.queryKey, user)
        void navigate({ href: next ?? '/' })
    }

    return (
        <main className={styles.page}>
            <div className={styles.card}>
                <header className={styles.brand}>
                    <Logo size={44} />
                    <h1>
                        <Trans>Ingresar a Cactus</Trans>
                    </h1>
                    <p>
                        <Trans>Gestión patrimonial para asesores</Trans>
                    </p>
                </header>
                <SignInForm onSignedIn={signedIn} />
                {methods && (methods.google || methods.passkey) && (
                    <div className={styles.others}>
                        {methods.google && (
                            <a
                                className={buttonClass()}
                                href={`/api/v1/auth/google?next=${encodeURIComponent(next ?? '/')}`}
                            >
                                <Trans>Continuar con Google</Trans>
                            </a>
                        )}
                        {methods.passkey && (
                            <a
                                className={buttonClass()}
                                href={`/api/v1/auth/passkey?next=${encodeURIComponent(next ?? '/')}`}
                            >
                                <Fingerprint aria-hidden />
                                <Trans>Usar una llave de acceso</Trans>
                            </a>
                        )}
                    </div>
                )}
            </div>
            <nav className={styles.languages} aria-label={t`Idioma`}>
                {LANGUAGES.map((language) => (
                    <button
                        key={language}
                        type="button"
                        lang={language}
                        aria-pressed={i18n.locale === language}
                        onClick={() => {
                            rememberLanguage(language)
                            void speak(language)
                        }}
                    >
                        {language === 'en' ? 'English' : 'Español'}
                    </button>
                ))}
            </nav>
        </main>
    )
}
