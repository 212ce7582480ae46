import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@/design/Button'
import { CopyButton } from '@/design/CopyButton'
import { Dialog } from '@/design/Dialog'
import { useFormats } from '@/i18n/formats'
import styles from './SecretOnce.module.css'
import { VerifyHint } from './VerifyHint'

interface Props {
    secret: string
    /** Until when the secret before it signs too, after a rotation. */
    previousUntil?: string
    onDone: () => void
}

/** The only time that anybody sees this secret, so it closes by one decision alone. */
export function SecretOnce({ secret, previousUntil, onDone }: Props) {
    const { t } = useLingui()
    const { dateTime } = useFormats()
    const until = previousUntil && dateTime(previousUntil)
    return (
        <Dialog
            isOpen
            isDismissable={false}
            onClose={onDone}
            title={t`Guardá el secreto ahora`}
            actions={
                <Button variant="primary" onPress={onDone}>
                    <Trans>Listo, ya lo guardé</Trans>
                </Button>
            }
        >
            <div className={styles.words}>
                <p>
                    <Trans>
                        Con él tu sistema comprueba que cada aviso viene de Cactus. Lo mostramos{' '}
                        <strong>una sola vez</strong>: si se pierde, hay que rotarlo.
                    </Trans>
                </p>
                <div className={styles.secret}>
                    <code data-testid="secret">{secret}</code>
                    <CopyButton text={secret} />
                </div>
                {until && (
                    <p>
                        <Trans>El secreto anterior firma también hasta el {until}.</Trans>
                    </p>
                )}
                <VerifyHint />
            </div>
        </Dialog>
    )
}
