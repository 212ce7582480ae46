import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Sprout } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import type { components } from '@/api/schema'
import { Page, usePageTitle } from '@/app/Page'
import { useMayChangeClients, useUser } from '@/app/useUser'
import { buttonClass } from '@/design/Button'
import { Card } from '@/design/Card'
import { EmptyState, ErrorState } from '@/design/States'
import { useTimeZone } from '@/i18n/time-zone'
import { useChanges } from '@/live/changes'
import { useThrottled } from '@/live/useThrottled'
import styles from './Cockpit.module.css'
import { Durations, Funnel } from './Funnel'
import { Growth } from './Growth'
import { Figures } from './Figures'
import { Latest } from './Latest'
import { daysOf } from './period'
import { PeriodSwitch } from './PeriodSwitch'
import { summaryQuery } from './queries'
import { Stuck } from './Stuck'

export type Summary = components['schemas']['ClientSummary']

const REFRESH_PAUSE = 1_000

/** How the viewer's business stands and went: the first page after signing in. */
export function Cockpit() {
    const { t } = useLingui()
    const timeZone = useTimeZone()
    const { period = '12w' } = useSearch({ strict: false })
    const { from, to } = daysOf(period, timeZone)
    const summary = useQuery(summaryQuery(from, to))
    const throttled = useThrottled(REFRESH_PAUSE)
    useChanges((changes) => {
        if (changes === 'everything' || changes.some(concernsClients)) {
            throttled(() => void summary.refetch())
        }
    })
    const greeting = useGreeting()
    // The frame and the heading are painted before the cards are even begun.
    const isBegun = useDeferredValue(true, false)
    // The greeting heads the page; tabs and history need its name.
    usePageTitle(t`Inicio`)

    const content = () => {
        if (summary.isError && !summary.data) {
            return <ErrorState error={summary.error} retry={() => void summary.refetch()} />
        }
        if (summary.data && isEmpty(summary.data)) return <Welcome />
        return <Overview summary={summary.data} isOutdated={summary.isPlaceholderData} />
    }
    return (
        <Page title={greeting} actions={<PeriodSwitch period={period} />}>
            {isBegun && content()}
        </Page>
    )
}

/** Without a summary it is the same page with its places held, so that nothing moves when the figures come. */
function Overview({ summary, isOutdated }: { summary?: Summary; isOutdated: boolean }) {
    return (
        <div className={styles.cockpit} aria-busy={!summary || isOutdated} data-outdated={isOutdated}>
            <Figures summary={summary} />
            <Funnel summary={summary} />
            <Growth summary={summary} />
            <Durations summary={summary} />
            <Stuck summary={summary} />
            <Latest summary={summary} />
        </div>
    )
}

/** A firm, or an advisor, that begins. */
function Welcome() {
    const { t } = useLingui()
    const mayAdd = useMayChangeClients()
    return (
        <Card title={t`Tu pipeline`}>
            <EmptyState
                icon={<Sprout aria-hidden />}
                title={t`Acá va a crecer tu cartera`}
                action={
                    mayAdd && (
                        <Link to="/clients" search={{ panel: 'new' }} className={buttonClass('primary')}>
                            <Trans>Agregar el primer cliente</Trans>
                        </Link>
                    )
                }
            >
                <Trans>
                    Cuando haya clientes vas a ver el embudo, cuánto tarda cada etapa y quién necesita un
                    empujón.
                </Trans>
            </EmptyState>
        </Card>
    )
}

function isEmpty({ totals, latest }: Summary) {
    return totals.clients === 0 && totals.added === 0 && latest.length === 0
}

function concernsClients({ event }: { event: string }) {
    return event.startsWith('client.') || event.startsWith('portfolio.')
}

/** By the hour at which the page was opened: it does not change under the reader's eyes. */
function useGreeting() {
    const { t } = useLingui()
    const timeZone = useTimeZone()
    const [hour] = useState(() =>
        Number(new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format()),
    )
    const name = useUser().name.split(' ')[0] ?? ''
    if (hour >= 6 && hour < 13) return t`Buen día, ${name}`
    return hour >= 13 && hour < 20 ? t`Buenas tardes, ${name}` : t`Buenas noches, ${name}`
}
