import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowDownRight, ArrowRight, ArrowUpRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { forgetFilters } from '@/app/remembered-view'
import { useUser } from '@/app/useUser'
import { Skeleton } from '@/design/States'
import { useFormats } from '@/i18n/formats'
import { unreadQuery } from '@/rooms/notifications/queries'
import type { Summary } from './Cockpit'
import styles from './Figures.module.css'

/** With fewer, one client more or less would turn the rate upside down. */
const FEWEST_FOR_A_RATE = 5

/** The few numbers that tell at a glance how it goes. */
export function Figures({ summary }: { summary?: Summary }) {
    const { t } = useLingui()
    const { number, percent } = useFormats()
    const user = useUser()
    const { data: unread } = useQuery(unreadQuery)
    const totals = summary?.totals
    const hasRate = totals && totals.added >= FEWEST_FOR_A_RATE
    const converted = number(totals?.converted ?? 0)
    const added = number(totals?.added ?? 0)
    return (
        <dl className={styles.figures}>
            <Figure name={t`Clientes`} value={totals && number(totals.clients)}>
                <Link to="/clients" onClick={() => forgetFilters(user.id, '/clients')}>
                    <Trans>Ver todos</Trans>
                </Link>
            </Figure>
            <Figure name={t`Nuevos`} value={totals && number(totals.added)}>
                {totals && <Change now={totals.added} before={totals.addedBefore} />}
            </Figure>
            <Figure name={t`Ganados`} value={totals && number(totals.won)}>
                {totals && <Change now={totals.won} before={totals.wonBefore} />}
            </Figure>
            <Figure
                name={t`Conversión`}
                value={totals && (hasRate ? percent(totals.converted / totals.added) : '—')}
            >
                {hasRate ? (
                    <Trans>
                        {converted} de estos {added} nuevos
                    </Trans>
                ) : (
                    <Trans>pocos datos todavía</Trans>
                )}
            </Figure>
            <Figure name={t`Sin leer`} value={unread === undefined ? undefined : number(unread)}>
                <Link to="/notifications">
                    <Trans>Ver notificaciones</Trans>
                </Link>
            </Figure>
        </dl>
    )
}

function Figure({ name, value, children }: { name: string; value?: string; children: ReactNode }) {
    return (
        <div className={styles.figure}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.value}>{value ?? <Skeleton width="3.5rem" height="1.75rem" />}</dd>
            <dd className={styles.note}>{value === undefined ? <Skeleton width="6rem" /> : children}</dd>
        </div>
    )
}

/** Against the period before, by sign and arrow; colour only underlines it. */
function Change({ now, before }: { now: number; before: number }) {
    const { signed, number } = useFormats()
    const change = now - before
    const Arrow = change > 0 ? ArrowUpRight : change < 0 ? ArrowDownRight : ArrowRight
    const tone = change > 0 ? styles.up : change < 0 ? styles.down : ''
    const previous = number(before)
    return (
        <>
            <span className={`${styles.change} ${tone}`}>
                <Arrow aria-hidden size={14} />
                {signed(change)}
            </span>{' '}
            <Trans>antes {previous}</Trans>
        </>
    )
}
