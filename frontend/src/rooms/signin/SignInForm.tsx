import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { Form } from 'react-aria-components'
import { answer, api } from '@/api/client'
import { hasStatus, useProblemText } from '@/api/problem'
import type { User } from '@/api/session'
import { Button } from '@/design/Button'
import { TextField } from '@/design/Field'
import styles from './SignIn.module.css'

/** Identifier and password. The answer sets a cookie that no script can read. */
export function SignInForm({
    identifier,
    onSignedIn,
}: {
    identifier?: string
    onSignedIn: (user: User) => void
}) {
    const { t } = useLingui()
    const text = useProblemText()
    const [missing, setMissing] = useState<{ identifier?: string; password?: string }>({})
    const signingIn = useMutation({
        mutationFn: async (body: { identifier: string; password: string }) =>
            (await answer(api.POST('/api/v1/session', { body }))).user,
        onSuccess: onSignedIn,
    })

    const submit = (event: SyntheticEvent<HTMLFormElement>) => {
        event.preventDefault()
        const data = new FormData(event.currentTarget)
        const typed = (name: string) => data.get(name) as string
        const body = { identifier: typed('identifier').trim(), password: typed('password') }
        const found = {
            identifier: body.identifier ? undefined : t`Escribí tu correo o usuario`,
            password: body.password ? undefined : t`Escribí tu contraseña`,
        }
        setMissing(found)
        if (!found.identifier && !found.password) signingIn.mutate(body)
    }

    const refusal = () => {
        const { error } = signingIn
        if (hasStatus(error, 401)) return t`El usuario o la contraseña no son correctos`
        if (hasStatus(error, 429)) {
            const seconds = error.retryAfter ?? 60
            return t`Demasiados intentos. Probá de nuevo en ${seconds} segundos.`
        }
        return text(error)
    }

    return (
        <Form className={styles.form ?? ''} onSubmit={submit}>
            {signingIn.isError && (
                <p role="alert" className={styles.refusal}>
                    {refusal()}
                </p>
            )}
            <TextField
                name="identifier"
                label={t`Correo o usuario`}
                autoComplete="username"
                autoCapitalize="none"
                spellCheck="false"
                defaultValue={identifier}
                autoFocus={!identifier}
                error={missing.identifier}
            />
            <TextField
                name="password"
                type="password"
                label={t`Contraseña`}
                autoComplete="current-password"
                autoFocus={!!identifier}
                error={missing.password}
            />
            <Button type="submit" variant="primary" isPending={signingIn.isPending}>
                <Trans>Ingresar</Trans>
            </Button>
        </Form>
    )
}
