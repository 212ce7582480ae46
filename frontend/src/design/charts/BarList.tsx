import type { ReactNode } from 'react'
import styles from './BarList.module.css'

export interface Bar {
    id: string
    label: ReactNode
    /** Null where there is nothing to measure. */
    value: number | null
    /** The value as it is written. */
    text: string
    /** What else is to know about it, in few words. */
    note?: string
    color: string
}

interface BarListProps {
    /** What the table is about, for screen readers. */
    caption: string
    /** Names of the columns: of the labels, the values and the notes. */
    heads: [string, string, string]
    bars: Bar[]
}

/** Horizontal bars, one below the other. It is a table that looks like a chart, so everybody reads the same. */
export function BarList({ caption, heads, bars }: BarListProps) {
    const largest = Math.max(1, ...bars.map(({ value }) => value ?? 0))
    return (
        <table className={styles.bars}>
            <caption className="visually-hidden">{caption}</caption>
            <thead className="visually-hidden">
                <tr>
                    <th scope="col">{heads[0]}</th>
                    <td />
                    <th scope="col">{heads[1]}</th>
                    <th scope="col">{heads[2]}</th>
                </tr>
            </thead>
            <tbody>
                {bars.map(({ id, label, value, text, note, color }) => (
                    <tr key={id} className={styles.row}>
                        <th scope="row" className={styles.label}>
                            {label}
                        </th>
                        <td className={styles.track}>
                            {value !== null && (
                                <span
                                    className={styles.bar}
                                    style={{ inlineSize: `${(value / largest) * 100}%`, background: color }}
                                />
                            )}
                        </td>
                        <td className={styles.value}>{text}</td>
                        <td className={styles.note}>{note}</td>
                    </tr>
                ))}
            </tbody>
        </table>
    )
}
