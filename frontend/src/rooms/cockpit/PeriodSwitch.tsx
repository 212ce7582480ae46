import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import styles from '@/design/Segments.module.css'
import { PERIODS, type Period } from './search'

/** Links, since each period is an address of its own. */
export function PeriodSwitch({ period }: { period: Period }) {
    const { t } = useLingui()
    const names: Record<Period, string> = { '30d': t`30 días`, '12w': t`12 semanas`, '12m': t`12 meses` }
    return (
        <nav aria-label={t`Período`} className={styles.segments}>
            {PERIODS.map((name) => (
                <Link
                    key={name}
                    to="/"
                    search={{ period: name === '12w' ? undefined : name }}
                    replace
                    resetScroll={false}
                    activeOptions={{ exact: true }}
                    aria-current={name === period ? 'page' : undefined}
                    className={styles.segment}
                >
                    {names[name]}
                </Link>
            ))}
        </nav>
    )
}
