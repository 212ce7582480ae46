import { useLingui } from '@lingui/react/macro'
import { ChartColumn, Table2 } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '@/design/Button'
import { Card } from '@/design/Card'
import { ColumnChart, ColumnTable, type Series } from '@/design/charts/ColumnChart'
import { Loading, Skeleton } from '@/design/States'
import { useFormats } from '@/i18n/formats'
import type { Summary } from './Cockpit'
import styles from './Growth.module.css'

/** New and won clients over the period, as columns or as a table. */
export function Growth({ summary }: { summary?: Summary }) {
    const { t } = useLingui()
    const { dayAndMonth, calendarDay, shortMonth, monthAndYear } = useFormats()
    const [isTable, showTable] = useState(false)
    const bucket = summary?.bucket ?? 'WEEK'
    const series: Series[] = [
        { name: t`Nuevos`, look: 'outlined' },
        { name: t`Ganados`, look: 'solid' },
    ]
    const label = {
        DAY: t`Clientes nuevos y ganados por día`,
        WEEK: t`Clientes nuevos y ganados por semana`,
        MONTH: t`Clientes nuevos y ganados por mes`,
    }[bucket]
    const head = { DAY: t`Día`, WEEK: t`Semana`, MONTH: t`Mes` }[bucket]
    const titleOf = (start: string) => {
        if (bucket === 'MONTH') return monthAndYear(start)
        const day = calendarDay(start)
        return bucket === 'DAY' ? day : t`Semana del ${day}`
    }
    const groups = summary?.growth.map(({ start, added, won }) => ({
        id: start,
        label: bucket === 'MONTH' ? shortMonth(start) : dayAndMonth(start),
        title: titleOf(start),
        values: [added, won],
    }))
    return (
        <Card
            title={t`Nuevos y ganados`}
            aside={
                <span className={styles.toggle}>
                    <IconButton
                        label={isTable ? t`Ver como gráfico` : t`Ver como tabla`}
                        onPress={() => showTable(!isTable)}
                    >
                        {isTable ? <ChartColumn aria-hidden /> : <Table2 aria-hidden />}
                    </IconButton>
                </span>
            }
        >
            <div className={styles.space}>
                {!groups && (
                    <Loading>
                        <Skeleton height="100%" />
                    </Loading>
                )}
                {groups &&
                    (isTable ? (
                        <ColumnTable label={label} head={head} series={series} groups={groups} />
                    ) : (
                        <ColumnChart label={label} series={series} groups={groups} />
                    ))}
            </div>
        </Card>
    )
}
