import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import {
    memo,
    startTransition,
    useCallback,
    useEffect,
    useLayoutEffect,
    useMemo,
    useRef,
    useState,
    type KeyboardEvent,
    type MouseEvent,
} from 'react'
import { useMayChangeClients } from '@/app/useUser'
import { Select } from '@/design/Select'
import { useMediaQuery } from '@/design/useMediaQuery'
import { useFormats } from '@/i18n/formats'
import { STAGE_ORDER, STAGES, type Stage } from '@/i18n/labels'
import { useChanges } from '@/live/changes'
import { isUnheard, readMovesIn } from '@/live/moves-heard'
import { findOnBoard, type Board as BoardData, type BoardColumn } from '@/rooms/clients/board'
import { fullName } from '@/rooms/clients/columns'
import { wasMovedHere } from '@/rooms/clients/moves'
import { boardQuery, followChanges, showMoreOfColumn, type Client } from '@/rooms/clients/queries'
import type { BoardSearch } from '@/rooms/clients/search'
import { StageDot } from '@/rooms/clients/StageLabel'
import styles from './Board.module.css'
import { Column } from './Column'
import type { BoardContext } from './context'
import { useDrops, useEdgeScroll } from './dragging'
import { MoveMenu } from './MoveMenu'
import { CARD, cardTowards, Roving } from './roving'
import { useMove } from '@/rooms/clients/useMove'

interface BoardProps {
    board: BoardData
    search: BoardSearch
    owners: Map<string, string> | undefined
}

/** The columns, and every way to move a card between them. */
export const Board = memo(function Board({ board, search, owners }: BoardProps) {
    const { t } = useLingui()
    const formats = useFormats()
    const queries = useQueryClient()
    const navigate = useNavigate()
    const move = useMove()
    const mayMove = useMayChangeClients()
    const isNarrow = useMediaQuery('(max-width: 40rem)')
    const scroller = useRef<HTMLDivElement>(null)
    const [roving] = useState(() => new Roving())
    const [said, say] = useState({ text: '', count: 0 })
    const { menu, openMenu, closeMenu, closeMenuAtOnce } = useMoveMenu()
    const [chosen, choose] = useState<Stage>('PROSPECT')

    const announce = useCallback((text: string) => say(({ count }) => ({ text, count: count + 1 })), [])
    // By way of a reference, so that another search need not render every card for the sake of its handlers.
    const shownSearch = useRef(search)
    useLayoutEffect(() => {
        shownSearch.current = search
    }, [search])
    const onBoard = useCallback(
        (id: string) => {
            const current = queries.getQueryData<BoardData>(boardQuery(shownSearch.current).queryKey)
            return current && findOnBoard(current, id)
        },
        [queries],
    )
    useEffect(() => readMovesIn(announce), [announce])
    const moveTo = useCallback(
        (client: Client, stage: Stage) => {
            if (client.stage !== stage) move({ client, stage })
        },
        [move],
    )

    useDrops(
        useCallback(
            (id, stage) => {
                const client = onBoard(id)
                if (client) moveTo(client, stage)
            },
            [onBoard, moveTo],
        ),
    )
    useEdgeScroll(scroller, !isNarrow)
    useChanges((changes) => {
        const before = changes === 'everything' ? [] : changes.map(({ subject }) => onBoard(subject))
        void followChanges(queries, changes).then(() => {
            for (const client of before) {
                const now = client && onBoard(client.id)
                if (!now || now.stage === client.stage) continue
                const name = fullName(now)
                const to = t(STAGES[now.stage])
                const text = t`${name} pasó a ${to}`
                if (isUnheard(now.id, 'board', text)) announce(text)
            }
        })
    })

    const onKeyDown = useCallback(
        (event: KeyboardEvent<HTMLAnchorElement>) => {
            const card = event.currentTarget
            const client = onBoard(card.dataset.client ?? '')
            const towards = cardTowards(card, event.key)
            if (towards) {
                towards.focus()
            } else if (mayMove && client && (event.key === '[' || event.key === ']')) {
                // Some keyboards write these with AltGr, so modifiers say nothing.
                const next = STAGE_ORDER[STAGE_ORDER.indexOf(client.stage) + (event.key === ']' ? 1 : -1)]
                if (next) moveTo(client, next)
            } else if (mayMove && client && event.key === 'm' && !event.ctrlKey && !event.metaKey) {
                openMenu(client, card)
            } else {
                return
            }
            event.preventDefault()
        },
        [mayMove, onBoard, moveTo, openMenu],
    )
    const context = useMemo<BoardContext>(
        () => ({
            roving,
            mayMove,
            isOwnMove: (id) => wasMovedHere(queries, id),
            onKeyDown,
            onOpen: (event: MouseEvent<HTMLAnchorElement>) => {
                // As any link: a new tab stays a new tab.
                if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
                    return
                event.preventDefault()
                const clientId = event.currentTarget.dataset.client ?? ''
                void navigate({ to: '/clients/$clientId', params: { clientId } })
            },
            onMenu: ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
                const card = currentTarget.parentElement?.querySelector<HTMLElement>(CARD)
                const client = onBoard(card?.dataset.client ?? '')
                if (client) openMenu(client, currentTarget)
            },
        }),
        [queries, roving, mayMove, onKeyDown, navigate, onBoard, openMenu],
    )
    const onMore = useCallback(
        (column: BoardColumn) => showMoreOfColumn(queries, search, column),
        [queries, search],
    )

    const shown = isNarrow ? board.columns.filter(({ stage }) => stage === chosen) : board.columns
    return (
        <>
            {isNarrow && (
                <Select
                    label={t`Etapa`}
                    value={chosen}
                    onChange={choose}
                    options={board.columns.map(({ stage, total }) => ({
                        value: stage,
                        label: `${t(STAGES[stage])} (${formats.number(total)})`,
                        icon: <StageDot stage={stage} />,
                    }))}
                />
            )}
            <div ref={scroller} className={styles.board}>
                {shown.map((column) => (
                    <Column
                        key={column.stage}
                        column={column}
                        owners={owners}
                        formats={formats}
                        context={context}
                        onMore={onMore}
                    />
                ))}
            </div>
            {menu && (
                <MoveMenu
                    client={menu.client}
                    anchor={menu.anchor}
                    onMove={(client, stage) => {
                        // Before the card moves, or it would find the focus still in the menu and not take it along.
                        closeMenuAtOnce()
                        moveTo(client, stage)
                    }}
                    onClose={closeMenu}
                />
            )}
            <div role="log" aria-live="polite" aria-label={t`Movimientos`} className="visually-hidden">
                {said.text && <p key={said.count}>{said.text}</p>}
            </div>
        </>
    )
})

/**
 * One menu for all cards. It opens and closes in a transition: built between frames, it does not hold up the key that asked
 * for it.
 */
function useMoveMenu() {
    const [menu, setMenu] = useState<{ client: Client; anchor: HTMLElement }>()
    const openMenu = useCallback(
        (client: Client, anchor: HTMLElement) => startTransition(() => setMenu({ client, anchor })),
        [],
    )
    const close = () => setMenu(undefined)
    return { menu, openMenu, closeMenu: () => startTransition(close), closeMenuAtOnce: close }
}
