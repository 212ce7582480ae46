import { Trans } from '@lingui/react/macro'
import { ShieldCheck } from 'lucide-react'
import styles from './VerifyHint.module.css'

/** How a partner knows that a request is ours. */
export function VerifyHint() {
    return (
        <p className={styles.hint}>
            <ShieldCheck aria-hidden size={16} />
            <span>
                <Trans>
                    Cada pedido va firmado según Standard Webhooks: verificá <code>webhook-signature</code>{' '}
                    antes de confiar en él. <a href="/docs">Cómo verificar la firma</a>
                </Trans>
            </span>
        </p>
    )
}
