import { useLingui } from '@lingui/react/macro'
import { useState, type ReactNode } from 'react'
import { Badge } from '@/design/Badge'
import { useFormats } from '@/i18n/formats'
import styles from './Endpoint.module.css'
import { writeFilter } from './filter'
import type { Endpoint } from './queries'
import { VerifyHint } from './VerifyHint'

/** How the endpoint is set up. */
export function EndpointFacts({ endpoint }: { endpoint: Endpoint }) {
    const { t } = useLingui()
    const { dateTime } = useFormats()
    const [opened] = useState(Date.now)
    const filter = writeFilter(endpoint.filter)
    const { description, eventTypes, createdAt, previousSecretUntil } = endpoint
    return (
        <>
            <dl className={styles.facts}>
                {description && <Fact name={t`Descripción`}>{description}</Fact>}
                <Fact name={t`Eventos`}>
                    <span className={styles.types}>
                        {eventTypes.map((type) => (
                            <Badge key={type}>
                                <code className={styles.code}>{type}</code>
                            </Badge>
                        ))}
                    </span>
                </Fact>
                {filter && (
                    <Fact name={t`Filtro`}>
                        <code className={styles.code}>{filter}</code>
                    </Fact>
                )}
                <Fact name={t`Creado`}>{dateTime(createdAt)}</Fact>
                {previousSecretUntil && Date.parse(previousSecretUntil) > opened && (
                    <Fact name={t`El secreto anterior firma hasta`}>{dateTime(previousSecretUntil)}</Fact>
                )}
            </dl>
            <VerifyHint />
        </>
    )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
    return (
        <div>
            <dt>{name}</dt>
            <dd>{children}</dd>
        </div>
    )
}
