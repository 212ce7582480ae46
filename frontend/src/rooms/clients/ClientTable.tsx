import { useLingui } from '@lingui/react/macro'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useElementScrollRestoration } from '@tanstack/react-router'
import { useImperativeHandle, useLayoutEffect, useRef, useState, type ReactNode, type Ref } from 'react'
import { useUser } from '@/app/useUser'
import { useMediaQuery } from '@/design/useMediaQuery'
import { ClientRow, RowSkeleton } from './ClientRow'
import styles from './ClientTable.module.css'
import { useColumns } from './columns'
import { useRows, type Places } from './pages'
import type { Client, ListFilter } from './queries'
import { RowsFailed } from './RowsFailed'
import type { ClientsSearch } from './search'
import { TableHeader } from './TableHeader'
import { DEFAULT_SORT, defaultColumns, type ChangeView } from './useView'
import { useRowKeys } from './useRowKeys'

export const ROW_HEIGHT = 44
const CARD_HEIGHT = 68
const HEADER_HEIGHT = 40
/** In rem, as the columns. */
const MENU_WIDTH = 2.5
const PADDING = 1.5
const OVERSCAN = 8
const SCROLLER = 'clients'

/** Below this, columns have no room. */
export const CARDS = '(max-width: 40rem)'

export interface TableHandle {
    /** Leads the keyboard to a row. */
    focus: (index: number) => void
    /** The row of a client; -1 where it is not in view. */
    indexOf: (id: string) => number
}

interface Props {
    /** How many wait to be shown. */
    news: ReactNode
    list: ListFilter
    places: Places
    search: ClientsSearch
    change: ChangeView
    onOpen: (client: Client, newTab: boolean) => void
    /** What can be done with a client, at the button that asks for it; absent where nothing can. */
    onMenu?: (client: Client, button: HTMLElement) => void
    /** Whom somebody else changed just now. */
    changed: ReadonlySet<string>
    handle: Ref<TableHandle>
}

/** All clients that match, of whom only those in view are there. */
export function ClientTable({ news, list, places, search, change, onOpen, onMenu, changed, handle }: Props) {
    const { t } = useLingui()
    const { role } = useUser()
    const isCard = useMediaQuery(CARDS)
    const columns = useColumns(search.columns ?? defaultColumns(role))
    const scroller = useRef<HTMLDivElement>(null)
    const [current, setCurrent] = useState<{ index: number; id?: string }>({ index: 0 })
    const restored = useElementScrollRestoration({ id: SCROLLER })
    const height = isCard ? CARD_HEIGHT : ROW_HEIGHT
    const header = isCard ? 0 : HEADER_HEIGHT

    const virtualizer = useVirtualizer({
        count: places.count,
        getScrollElement: () => scroller.current,
        estimateSize: () => height,
        overscan: OVERSCAN,
        scrollMargin: header,
        scrollPaddingStart: header,
        initialOffset: restored?.scrollY ?? 0,
        // The row with the focus stays, or the keyboard would lose its place.
        rangeExtractor: (range) => {
            const seen = defaultRangeExtractor(range)
            return current.index >= range.count || seen.includes(current.index)
                ? seen
                : [...seen, current.index].sort((a, b) => a - b)
        },
    })
    const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {}
    const rows = useRows(list, places, [
        [startIndex, endIndex],
        [current.index, current.index],
    ])

    // Rows come and go above the current one: it is the client that stays current, not the place.
    const moved = current.id === undefined ? -1 : rows.indexOf(current.id)
    const index = Math.min(moved >= 0 ? moved : current.index, Math.max(0, places.count - 1))

    const layout = columns.map(({ id, width }) =>
        id === 'name' ? `minmax(${width}rem, 1fr)` : `${width}rem`,
    )
    const width = columns.reduce((sum, column) => sum + column.width, MENU_WIDTH + PADDING)

    // Not the virtualizer's own way, which goes on asking the layout where rows of unknown heights have come to be. And it hears
    // of it now, not with the next frame: the rows that come and the one that becomes current are drawn at once.
    const scrollTo = (to: number) => {
        const [top] = virtualizer.getOffsetForIndex(to) ?? []
        if (top === undefined || top === virtualizer.scrollOffset) return
        scroller.current?.scrollTo({ top })
        scroller.current?.dispatchEvent(new Event('scroll'))
    }
    const keys = useRowKeys({
        index,
        count: places.count,
        step: Math.max(1, endIndex - startIndex - 1),
        go: (to) => {
            setCurrent({ index: to, id: rows.at(to)?.id })
            scrollTo(to)
        },
        open: (newTab) => {
            const client = rows.at(index)
            if (client) onOpen(client, newTab)
        },
        scroller,
    })
    useImperativeHandle(handle, () => ({ focus: keys.focus, indexOf: rows.indexOf }))
    useScrollToTop(scroller, list)

    const onClick = (event: React.MouseEvent) => {
        const at = rowOf(event.target)
        const client = at === undefined ? undefined : rows.at(at)
        if (at === undefined || !client) return
        setCurrent({ index: at, id: client.id })
        const button = (event.target as Element).closest<HTMLElement>('[data-menu]')
        if (button) {
            onMenu?.(client, button)
            return
        }
        // The browser opens links in other tabs by itself.
        const isLink = (event.target as Element).closest('a') !== null
        const newTab = event.metaKey || event.ctrlKey || event.shiftKey
        if (isLink && newTab) return
        event.preventDefault()
        onOpen(client, newTab)
    }

    return (
        <div className={styles.frame}>
            {news}
            <div ref={scroller} className={styles.scroller} data-scroll-restoration-id={SCROLLER}>
                <div
                    role="grid"
                    aria-label={t`Clientes`}
                    aria-rowcount={places.total + 1}
                    aria-busy={places.first.isPlaceholderData}
                    tabIndex={-1}
                    className={`${styles.table} ${places.first.isPlaceholderData ? styles.waiting : ''}`}
                    style={
                        {
                            '--columns': [...layout, onMenu ? `${MENU_WIDTH}rem` : ''].join(' '),
                            '--width': isCard ? '0' : `${width}rem`,
                        } as React.CSSProperties
                    }
                    onKeyDown={keys.onKeyDown}
                    onClick={onClick}
                    onFocus={(event) => {
                        const at = rowOf(event.target)
                        if (at !== undefined && at !== index) setCurrent({ index: at, id: rows.at(at)?.id })
                    }}
                >
                    {!isCard && (
                        <TableHeader
                            columns={columns}
                            sort={search.sort ?? DEFAULT_SORT}
                            onSort={(sort) => change({ sort })}
                            hasMenu={onMenu !== undefined}
                        />
                    )}
                    <div
                        role="rowgroup"
                        className={styles.body}
                        style={{ height: virtualizer.getTotalSize() }}
                    >
                        {virtualizer.getVirtualItems().map((item) => {
                            const client = rows.at(item.index)
                            const top = item.start - header
                            return client ? (
                                <ClientRow
                                    key={client.id}
                                    client={client}
                                    index={item.index}
                                    top={top}
                                    height={height}
                                    isCard={isCard}
                                    isCurrent={item.index === index}
                                    hasChanged={changed.has(client.id)}
                                    hasMenu={onMenu !== undefined}
                                    columns={columns}
                                />
                            ) : (
                                <RowSkeleton
                                    key={item.index}
                                    index={item.index}
                                    top={top}
                                    height={height}
                                    cells={isCard ? 1 : columns.length}
                                />
                            )
                        })}
                    </div>
                </div>
            </div>
            {rows.failed && (
                <RowsFailed error={rows.failed.error} retry={() => void rows.failed?.refetch()} />
            )}
        </div>
    )
}

function rowOf(target: EventTarget) {
    const row = (target as Element).closest<HTMLElement>('[data-row]')
    return row ? Number(row.dataset.row) : undefined
}

/** Another list begins at its top; coming back to one does not. */
function useScrollToTop(scroller: React.RefObject<HTMLElement | null>, list: ListFilter) {
    const before = useRef(list)
    useLayoutEffect(() => {
        if (before.current !== list) scroller.current?.scrollTo({ top: 0 })
        before.current = list
    }, [scroller, list])
}
