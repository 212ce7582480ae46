import { useLingui } from '@lingui/react/macro'
import { useCallback, useMemo } from 'react'
import { Avatar } from '@/design/Avatar'
import { useFormats } from '@/i18n/formats'
import { LEAD_SOURCES, RISK_PROFILES } from '@/i18n/labels'
import styles from './ClientTable.module.css'
import { usePeople } from './people'
import type { Client } from './queries'
import { COLUMNS, type Column, type Sort } from './search'
import { StageLabel } from './StageLabel'

type SortField = Exclude<Sort, `-${string}`>

interface Layout {
    /** In rem; the name takes what is left over, too. */
    width: number
    /** What the server sorts by under this column's header. */
    sort?: SortField
    /** Dates and times begin with the latest, names with A. */
    startsDescending?: boolean
    /** Amounts stand below each other by their last digit. */
    isAmount?: boolean
}

/** How wide each column is, and what it sorts by. */
const LAYOUT: Record<Column | 'name', Layout> = {
    name: { width: 14, sort: 'lastName' },
    stage: { width: 10.5 },
    riskProfile: { width: 7.5 },
    leadSource: { width: 9.5 },
    owner: { width: 9.5 },
    email: { width: 15 },
    phone: { width: 10 },
    savings: { width: 9.5, isAmount: true },
    stageSince: { width: 7.5, sort: 'stageSince' },
    createdAt: { width: 7.5, sort: 'createdAt', startsDescending: true },
    updatedAt: { width: 8, sort: 'updatedAt', startsDescending: true },
}

export function useColumnNames(): Record<Column | 'name', string> {
    const { t } = useLingui()
    return useMemo(
        () => ({
            name: t`Nombre`,
            stage: t`Etapa`,
            riskProfile: t`Riesgo`,
            leadSource: t`Origen`,
            owner: t`Asesor`,
            email: t`Correo`,
            phone: t`Teléfono`,
            savings: t`Ahorro mensual`,
            stageSince: t`En la etapa`,
            createdAt: t`Alta`,
            updatedAt: t`Último cambio`,
        }),
        [t],
    )
}

export function clientUrl({ id }: { id: string }) {
    return `/clients/${id}`
}

export function fullName({ firstName, lastName }: Pick<Client, 'firstName' | 'lastName'>) {
    return `${firstName} ${lastName}`
}

/** How long a client has been in the stage, in whole days: beside each other, they tell more than dates do. */
export function useTimeInStage() {
    const { t } = useLingui()
    const { days, daysSince } = useFormats()
    return useCallback(
        (since: string) => {
            const count = daysSince(since)
            return count === 0 ? t`Hoy` : days(count)
        },
        [t, days, daysSince],
    )
}

export interface ShownColumn extends Layout {
    id: Column | 'name'
    name: string
    show: (client: Client) => React.ReactNode
}

/** The columns of the list, the name first; the same ones until what they show changes. */
export function useColumns(shown: readonly Column[]): ShownColumn[] {
    const { t } = useLingui()
    const inStage = useTimeInStage()
    const { ago, date, dateTime, money } = useFormats()
    const people = usePeople()
    const names = useColumnNames()
    return useMemo(() => {
        const show: Record<Column | 'name', ShownColumn['show']> = {
            name: (client) => <ClientName client={client} />,
            stage: ({ stage }) => <StageLabel stage={stage} />,
            riskProfile: ({ riskProfile }) => t(RISK_PROFILES[riskProfile]),
            leadSource: ({ leadSource }) => leadSource && t(LEAD_SOURCES[leadSource]),
            owner: ({ ownerId }) => people?.get(ownerId)?.name,
            email: ({ email }) => email,
            phone: ({ phone }) => phone,
            savings: ({ savingsCapacity: savings }) =>
                savings?.amount && savings.currency && money(savings.amount, savings.currency),
            stageSince: ({ stageSince }) => (
                <time dateTime={stageSince} title={dateTime(stageSince)}>
                    {inStage(stageSince)}
                </time>
            ),
            createdAt: ({ createdAt }) => (
                <time dateTime={createdAt} title={dateTime(createdAt)}>
                    {date(createdAt)}
                </time>
            ),
            updatedAt: ({ updatedAt }) => (
                <time dateTime={updatedAt} title={dateTime(updatedAt)}>
                    {ago(updatedAt)}
                </time>
            ),
        }
        const ids = ['name' as const, ...COLUMNS.filter((id) => shown.includes(id))]
        return ids.map((id) => ({ ...LAYOUT[id], id, name: names[id], show: show[id] }))
    }, [shown, t, names, people, ago, date, dateTime, inStage, money])
}

/** A link, so that a client can be opened in another tab too; the row opens it in this one. */
export function ClientName({ client }: { client: Client }) {
    const name = fullName(client)
    return (
        <>
            <Avatar name={name} size="sm" />
            <a href={clientUrl(client)} tabIndex={-1} className={styles.name}>
                {name}
            </a>
        </>
    )
}
