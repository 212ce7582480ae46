import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Card } from '@/design/Card'
import { BarList } from '@/design/charts/BarList'
import { Loading, Skeleton } from '@/design/States'
import { useFormats } from '@/i18n/formats'
import { STAGE_ORDER, STAGES } from '@/i18n/labels'
import { StageLabel, stageColor } from '@/rooms/clients/StageLabel'
import type { Summary } from './Cockpit'
import styles from './Funnel.module.css'

/** Where the clients stand. Each stage leads to its clients. */
export function Funnel({ summary }: { summary?: Summary }) {
    const { t } = useLingui()
    const { number, percent } = useFormats()
    const total = Math.max(1, summary?.totals.clients ?? 1)
    return (
        <Card title={t`Embudo`}>
            {summary ? (
                <BarList
                    caption={t`Clientes por etapa del pipeline`}
                    heads={[t`Etapa`, t`Clientes`, t`Parte del total`]}
                    bars={summary.funnel.map(({ stage, count }) => ({
                        id: stage,
                        label: (
                            <Link to="/clients" search={{ stage: [stage] }}>
                                <StageLabel stage={stage} />
                            </Link>
                        ),
                        value: count,
                        text: number(count),
                        note: percent(count / total),
                        color: stageColor(stage),
                    }))}
                />
            ) : (
                <Bars />
            )}
        </Card>
    )
}

/** How long the stays that ended in the period took. */
export function Durations({ summary }: { summary?: Summary }) {
    const { t } = useLingui()
    const { oneDecimal, number } = useFormats()
    return (
        <Card
            title={t`Días en cada etapa`}
            aside={<span className={styles.hint}>{t`promedio · pasos`}</span>}
        >
            {summary ? (
                <BarList
                    caption={t`Promedio de días en cada etapa, de quienes la dejaron en el período`}
                    heads={[t`Etapa`, t`Días en promedio`, t`Pasos`]}
                    bars={summary.stageDurations.map(({ stage, averageDays, stays }) => ({
                        id: stage,
                        label: t(STAGES[stage]),
                        value: averageDays ?? null,
                        text: typeof averageDays === 'number' ? oneDecimal(averageDays) : '—',
                        note: number(stays),
                        color: stageColor(stage),
                    }))}
                />
            ) : (
                <Bars />
            )}
        </Card>
    )
}

function Bars() {
    return (
        <Loading>
            <div>
                {STAGE_ORDER.map((stage) => (
                    <div key={stage} className={styles.placeholder}>
                        <Skeleton height="0.75rem" />
                    </div>
                ))}
            </div>
        </Loading>
    )
}
