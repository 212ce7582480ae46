import { Trans } from '@lingui/react/macro'
import { Button } from '@/design/Button'
import { useFormats } from '@/i18n/formats'
import styles from './Endpoint.module.css'
import type { Endpoint } from './queries'
import { useChangeState } from './useChangeState'

/** Why an endpoint does not receive, or may soon not, and what to do about it; nothing while all is well. */
export function EndpointNotice({ endpoint }: { endpoint: Endpoint }) {
    const { ago } = useFormats()
    const change = useChangeState(endpoint)
    const since = endpoint.failingSince && ago(endpoint.failingSince)
    if (endpoint.state === 'PAUSED') {
        return (
            <div className={styles.notice}>
                <p>
                    <Trans>En pausa: lo que pasa mientras tanto queda pendiente y sale al reanudar.</Trans>
                </p>
                <Button onPress={() => change('ENABLED')}>
                    <Trans>Reanudar</Trans>
                </Button>
            </div>
        )
    }
    if (endpoint.state === 'DISABLED') {
        return (
            <div className={styles.notice}>
                <p>
                    <Reason reason={endpoint.disabledReason} />{' '}
                    <Trans>Lo que pase hasta que lo enciendas no se envía.</Trans>
                </p>
                <Button onPress={() => change('ENABLED')}>
                    <Trans>Encender</Trans>
                </Button>
            </div>
        )
    }
    if (!since) return null
    return (
        <div className={styles.notice}>
            <p>
                <Trans>Falla desde {since}. Si sigue así durante días, lo apagamos y te avisamos.</Trans>
            </p>
        </div>
    )
}

function Reason({ reason }: { reason: Endpoint['disabledReason'] }) {
    switch (reason) {
        case 'GONE':
            return <Trans>Apagado porque respondió 410: dice que ya no está.</Trans>
        case 'FAILING':
            return <Trans>Apagado porque durante días solo falló.</Trans>
        default:
            return <Trans>Apagado a mano.</Trans>
    }
}
