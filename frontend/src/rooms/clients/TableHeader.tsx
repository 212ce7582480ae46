import { useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ShownColumn } from './columns'
import styles from './ClientTable.module.css'
import type { Sort } from './search'
import { directionOf, sortAfter } from './sorting'

interface Props {
    columns: ShownColumn[]
    sort: Sort
    onSort: (sort: Sort) => void
    hasMenu: boolean
}

/** The names of the columns; those that the server can sort by are buttons. */
export function TableHeader({ columns, sort, onSort, hasMenu }: Props) {
    const { t } = useLingui()
    return (
        <div role="rowgroup" className={styles.header}>
            <div role="row" aria-rowindex={1} className={styles.headerRow}>
                {columns.map((column) => {
                    const next = sortAfter(sort, column)
                    if (!next) {
                        return (
                            <div
                                role="columnheader"
                                key={column.id}
                                className={`${styles.columnHeader} ${column.isAmount ? styles.amount : ''}`}
                            >
                                {column.name}
                            </div>
                        )
                    }
                    const direction = directionOf(sort, column)
                    return (
                        <div
                            role="columnheader"
                            key={column.id}
                            aria-sort={direction ?? 'none'}
                            className={styles.columnHeader}
                        >
                            <button type="button" className={styles.sort} onClick={() => onSort(next)}>
                                {column.name}
                                {direction === 'ascending' && <ArrowUp aria-hidden size={14} />}
                                {direction === 'descending' && <ArrowDown aria-hidden size={14} />}
                            </button>
                        </div>
                    )
                })}
                {hasMenu && (
                    <div role="columnheader" className={styles.columnHeader}>
                        <span className="visually-hidden">{t`Acciones`}</span>
                    </div>
                )}
            </div>
        </div>
    )
}
