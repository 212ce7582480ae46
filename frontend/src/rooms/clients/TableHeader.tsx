import { useLingui } from '@lingui/react/macro'
import { flexRender, type Table } from '@tanstack/react-table'
import { ArrowDown, ArrowUp } from 'lucide-react'
import styles from './ClientTable.module.css'
import type { Client } from './queries'

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const

/** The names of the columns; those that the server can sort by are buttons. */
export function TableHeader({ table, hasMenu }: { table: Table<Client>; hasMenu: boolean }) {
    const { t } = useLingui()
    return (
        <div role="rowgroup" className={styles.header}>
            <div role="row" aria-rowindex={1} className={styles.headerRow}>
                {table.getFlatHeaders().map(({ id, column, getContext }) => {
                    const name = flexRender(column.columnDef.header, getContext())
                    const sorted = column.getIsSorted()
                    if (!column.getCanSort()) {
                        return (
                            <div role="columnheader" key={id} className={styles.columnHeader}>
                                {name}
                            </div>
                        )
                    }
                    return (
                        <div
                            role="columnheader"
                            key={id}
                            aria-sort={sorted ? ARIA_SORT[sorted] : 'none'}
                            className={styles.columnHeader}
                        >
                            <button
                                type="button"
                                className={styles.sort}
                                onClick={() => column.toggleSorting()}
                            >
                                {name}
                                {sorted === 'asc' && <ArrowUp aria-hidden size={14} />}
                                {sorted === 'desc' && <ArrowDown aria-hidden size={14} />}
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
