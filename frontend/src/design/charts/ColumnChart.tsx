import { useId, useState, type KeyboardEvent } from 'react'
import { useFormats } from '@/i18n/formats'
import styles from './ColumnChart.module.css'
import { everyNth, niceTicks } from './ticks'

export interface Series {
    name: string
    /** Outlined and solid columns are told apart without their colours. */
    look: 'outlined' | 'solid'
}

export interface Group {
    id: string
    /** Below the axis. */
    label: string
    /** In full: what the columns of this group are about. */
    title: string
    /** One for each series. */
    values: number[]
}

interface ColumnChartProps {
    label: string
    series: Series[]
    groups: Group[]
}

const MOST_LABELS = 6

/**
 * Counts over time in columns beside each other. It is one stop of the keyboard: arrows go from group to group, which shows
 * its values to the eye and reads them out. Put `ColumnTable` behind a switch beside it.
 */
export function ColumnChart({ label, series, groups }: ColumnChartProps) {
    const id = useId()
    const { number } = useFormats()
    const [active, setActive] = useState<number>()
    const ticks = niceTicks(Math.max(0, ...groups.flatMap(({ values }) => values)))
    const top = ticks.at(-1) ?? 1
    const isNamed = everyNth(groups.length, MOST_LABELS)
    const shown = active === undefined ? undefined : groups[active]

    const onKeyDown = (event: KeyboardEvent) => {
        const last = groups.length - 1
        const at = active ?? last
        const next = {
            ArrowLeft: Math.max(0, at - 1),
            ArrowRight: Math.min(last, at + 1),
            Home: 0,
            End: last,
            Escape: undefined,
        }
        if (!(event.key in next)) return
        event.preventDefault()
        setActive(next[event.key as keyof typeof next])
    }

    return (
        <div className={styles.chart}>
            <ul className={styles.legend}>
                {series.map(({ name, look }) => (
                    <li key={name}>
                        <span aria-hidden className={`${styles.key} ${styles[look]}`} />
                        {name}
                    </li>
                ))}
            </ul>
            <div className={styles.plot}>
                <div aria-hidden className={styles.axis}>
                    {ticks.map((tick) => (
                        <span key={tick} className={styles.tick} style={{ bottom: `${(tick / top) * 100}%` }}>
                            <span>{number(tick)}</span>
                        </span>
                    ))}
                </div>
                <div
                    role="listbox"
                    aria-label={label}
                    aria-orientation="horizontal"
                    aria-activedescendant={shown && `${id}-${shown.id}`}
                    tabIndex={0}
                    className={styles.groups}
                    onKeyDown={onKeyDown}
                    onFocus={() => setActive((before) => before ?? groups.length - 1)}
                    onBlur={() => setActive(undefined)}
                    onPointerLeave={() => setActive(undefined)}
                >
                    {groups.map((group, index) => (
                        <div
                            key={group.id}
                            id={`${id}-${group.id}`}
                            role="option"
                            aria-selected={index === active}
                            aria-label={spoken(group, series, number)}
                            className={styles.group}
                            onPointerMove={() => setActive(index)}
                        >
                            {group.values.map((value, which) => (
                                <span
                                    key={which}
                                    className={`${styles.column} ${value > 0 ? styles[series[which]?.look ?? 'solid'] : ''}`}
                                    style={{ height: `${(value / top) * 100}%` }}
                                />
                            ))}
                            {isNamed(index) && <span className={styles.label}>{group.label}</span>}
                        </div>
                    ))}
                </div>
                {shown && active !== undefined && (
                    <Tip
                        group={shown}
                        series={series}
                        number={number}
                        place={(active + 0.5) / groups.length}
                    />
                )}
            </div>
        </div>
    )
}

interface TipProps {
    group: Group
    series: Series[]
    number: (value: number) => string
    /** Where along the axis, from 0 to 1. */
    place: number
}

/** It stands on the side with more room. */
function Tip({ group, series, number, place }: TipProps) {
    const side =
        place < 0.5
            ? { insetInlineStart: `calc(${place * 100}% + var(--space-4))` }
            : { insetInlineEnd: `calc(${(1 - place) * 100}% + var(--space-4))` }
    return (
        <div aria-hidden className={styles.tip} style={side}>
            <strong>{group.title}</strong>
            {series.map(({ name, look }, which) => (
                <span key={name} className={styles.line}>
                    <span className={`${styles.key} ${styles[look]}`} />
                    {name}
                    <b>{number(group.values[which] ?? 0)}</b>
                </span>
            ))}
        </div>
    )
}

/** The same figures in words and numbers. */
export function ColumnTable({ label, head, series, groups }: ColumnChartProps & { head: string }) {
    const { number } = useFormats()
    return (
        <table className={styles.table}>
            <caption className="visually-hidden">{label}</caption>
            <thead>
                <tr>
                    <th scope="col">{head}</th>
                    {series.map(({ name }) => (
                        <th key={name} scope="col">
                            {name}
                        </th>
                    ))}
                </tr>
            </thead>
            <tbody>
                {groups.map((group) => (
                    <tr key={group.id}>
                        <th scope="row">{group.title}</th>
                        {group.values.map((value, which) => (
                            <td key={which}>{number(value)}</td>
                        ))}
                    </tr>
                ))}
            </tbody>
        </table>
    )
}

function spoken(group: Group, series: Series[], number: (value: number) => string) {
    const values = series.map(({ name }, which) => `${name} ${number(group.values[which] ?? 0)}`)
    return [group.title, ...values].join(', ')
}
