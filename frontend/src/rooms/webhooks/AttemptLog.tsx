import { Trans, useLingui } from '@lingui/react/macro'
import { Badge } from '@/design/Badge'
import { useFormats } from '@/i18n/formats'
import type { Attempt } from './delivery-queries'
import styles from './DeliveryPanel.module.css'
import { segments, type Phase } from './timings'

/** Every attempt, the latest first: what was answered, and where the time went. */
export function AttemptLog({ attempts }: { attempts: Attempt[] }) {
    if (attempts.length === 0) {
        return (
            <p className={styles.muted}>
                <Trans>Todavía ninguno.</Trans>
            </p>
        )
    }
    return (
        <ol reversed className={styles.attempts}>
            {attempts.toReversed().map((attempt, index) => (
                <li key={attempt.startedAt} className={styles.attempt}>
                    <AttemptEntry attempt={attempt} number={attempts.length - index} />
                </li>
            ))}
        </ol>
    )
}

function AttemptEntry({ attempt, number }: { attempt: Attempt; number: number }) {
    const { toTheSecond } = useFormats()
    const { status, error, startedAt, response } = attempt
    const isSuccess = !!status && status >= 200 && status < 300
    return (
        <>
            <div className={styles.summary}>
                <strong>
                    <Trans>Intento {number}</Trans>
                </strong>
                <Badge tone={isSuccess ? 'success' : 'danger'}>
                    {status ?? <Trans>sin respuesta</Trans>}
                </Badge>
                <time dateTime={startedAt}>{toTheSecond(startedAt)}</time>
            </div>
            {error && <p className={styles.muted}>{error}</p>}
            <Waterfall attempt={attempt} />
            {response && <pre className={styles.code}>{response}</pre>}
        </>
    )
}

function Waterfall({ attempt }: { attempt: Attempt }) {
    const { t } = useLingui()
    const { milliseconds } = useFormats()
    const whole = Math.max(attempt.queueMillis + attempt.totalMillis, 0.001)
    const names: Record<Phase, string> = {
        queue: t`Cola`,
        connect: t`Conexión`,
        wait: t`Primer byte`,
        read: t`Lectura`,
        failed: t`Falló`,
    }
    const phases = segments(attempt)
    return (
        <>
            <div aria-hidden className={styles.waterfall}>
                {phases.map(({ phase, from, length }) => (
                    <span
                        key={phase}
                        className={`${styles.segment} ${styles[phase]}`}
                        style={{
                            insetInlineStart: `${(from / whole) * 100}%`,
                            inlineSize: `${(length / whole) * 100}%`,
                        }}
                    />
                ))}
            </div>
            <dl className={styles.timings}>
                {phases.map(({ phase, length }) => (
                    <div key={phase}>
                        <dt>
                            <span aria-hidden className={`${styles.key} ${styles[phase]}`} />
                            {names[phase]}
                        </dt>
                        <dd>{milliseconds(length)}</dd>
                    </div>
                ))}
                <div>
                    <dt>{t`Total`}</dt>
                    <dd>
                        <strong>{milliseconds(attempt.totalMillis)}</strong>
                    </dd>
                </div>
            </dl>
        </>
    )
}
