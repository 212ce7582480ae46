import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { sessionQuery, type User } from '@/api/session'
import { Dialog } from '@/design/Dialog'
import { SignInForm } from '@/rooms/signin/SignInForm'
import { useUser } from './useUser'

/** Asks to sign in again over the page, where a redirect would throw away what is being typed. */
export function SignInAgain({ onDone }: { onDone: () => void }) {
    const { t } = useLingui()
    const user = useUser()
    const queries = useQueryClient()

    const signedIn = (now: User) => {
        if (now.id !== user.id) {
            // What is on the page belongs to somebody else.
            window.location.assign('/')
            return
        }
        queries.setQueryData(sessionQuery.queryKey, now)
        onDone()
        void queries.invalidateQueries()
    }

    return (
        <Dialog isOpen onClose={() => undefined} title={t`Tu sesión terminó`} isDismissable={false}>
            <p>
                <Trans>Ingresá de nuevo para seguir donde estabas: lo que escribiste sigue acá.</Trans>
            </p>
            <SignInForm identifier={user.email} onSignedIn={signedIn} />
        </Dialog>
    )
}
