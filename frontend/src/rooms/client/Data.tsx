import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { hasStatus } from '@/api/problem'
import { Avatar } from '@/design/Avatar'
import { Card } from '@/design/Card'
import { Skeleton } from '@/design/States'
import { useFormats } from '@/i18n/formats'
import { LEAD_SOURCES, RISK_PROFILES } from '@/i18n/labels'
import { usePeople } from '@/rooms/clients/people'
import { clientQuery, type Client } from '@/rooms/clients/queries'
import styles from './Data.module.css'

/** What is known of the client. */
export function Data({ client }: { client: Client }) {
    const { t } = useLingui()
    const { date, dateTime, money } = useFormats()
    const { email, phone, savingsCapacity: savings, referredByClientId } = client
    return (
        <Card title={t`Datos`}>
            <dl className={styles.data}>
                <Fact name={t`Correo`}>{email && <a href={`mailto:${email}`}>{email}</a>}</Fact>
                <Fact name={t`Teléfono`}>
                    {phone && <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>}
                </Fact>
                <Fact name={t`Asesor`}>
                    <Owner id={client.ownerId} />
                </Fact>
                <Fact name={t`Perfil de riesgo`}>{t(RISK_PROFILES[client.riskProfile])}</Fact>
                <Fact name={t`Origen`}>{client.leadSource && t(LEAD_SOURCES[client.leadSource])}</Fact>
                <Fact name={t`Referido por`}>
                    {referredByClientId && <Referrer id={referredByClientId} />}
                </Fact>
                <Fact name={t`Ahorro mensual`}>{savings && money(savings.amount, savings.currency)}</Fact>
                <Fact name={t`Cartera modelo`}>{client.portfolioName}</Fact>
                <Fact name={t`Alta`}>
                    <time dateTime={client.createdAt} title={dateTime(client.createdAt)}>
                        {date(client.createdAt)}
                    </time>
                </Fact>
                <Fact name={t`Última modificación`}>
                    <time dateTime={client.updatedAt} title={dateTime(client.updatedAt)}>
                        {date(client.updatedAt)}
                    </time>
                </Fact>
            </dl>
        </Card>
    )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
    return (
        <div className={styles.fact}>
            <dt>{name}</dt>
            <dd>
                {children ?? (
                    <span className={styles.none}>
                        <Trans>Sin dato</Trans>
                    </span>
                )}
            </dd>
        </div>
    )
}

function Owner({ id }: { id: string }) {
    const { t } = useLingui()
    const people = usePeople()
    if (!people) return <Skeleton width="8rem" height="1.25rem" />
    const name = people.get(id)?.name ?? t`Otra persona`
    return (
        <span className={styles.owner}>
            <Avatar name={name} size="sm" />
            {name}
        </span>
    )
}

function Referrer({ id }: { id: string }) {
    const { data: client, error } = useQuery(clientQuery(id))
    if (client) {
        return (
            <Link to="/clients/$clientId" params={{ clientId: id }}>
                {`${client.firstName} ${client.lastName}`}
            </Link>
        )
    }
    if (!error) return <Skeleton width="8rem" height="1.25rem" />
    return hasStatus(error, 404) ? (
        <Trans>Un cliente que no está a tu alcance</Trans>
    ) : (
        <Trans>No se pudo cargar</Trans>
    )
}
