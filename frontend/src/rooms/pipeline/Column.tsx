import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { memo, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useProblemText } from '@/api/problem'
import { Button } from '@/design/Button'
import { NewsButton } from '@/design/NewsButton'
import { toast } from '@/design/toast'
import type { Formats } from '@/i18n/formats'
import { STAGES } from '@/i18n/labels'
import type { BoardColumn } from '@/rooms/clients/board'
import { StageDot } from '@/rooms/clients/StageLabel'
import { Card } from './Card'
import styles from './Column.module.css'
import type { BoardContext } from './context'
import { asDragged } from './dragging'
import { CARD } from './roving'
import { useHeldCards } from './useHeldCards'

interface ColumnProps {
    column: BoardColumn
    /** Names by id, where clients of several people are shown. */
    owners: Map<string, string> | undefined
    formats: Formats
    context: BoardContext
    onMore: (column: BoardColumn) => Promise<void>
}

/** A stage with its clients, the latest arrived first. */
export const Column = memo(function Column({ column, owners, formats, context, onMore }: ColumnProps) {
    const { t } = useLingui()
    const { stage, items, total, nextCursor } = column
    const heading = useId()
    const element = useRef<HTMLElement>(null)
    const list = useRef<HTMLUListElement>(null)
    const [isOver, setOver] = useState(false)
    const text = useProblemText()
    const { roving, mayMove, isOwnMove } = context
    const { shown, waiting, show, hold } = useHeldCards(items, isOwnMove)

    useLayoutEffect(() => {
        roving.keep(
            stage,
            shown.map(({ id }) => id),
        )
    }, [roving, stage, shown])

    const showNews = () => {
        flushSync(show)
        list.current?.parentElement?.scrollTo({ top: 0 })
        list.current?.querySelector<HTMLElement>(CARD)?.focus()
    }

    useEffect(() => {
        if (!element.current || !mayMove) return
        return dropTargetForElements({
            element: element.current,
            getData: () => ({ stage }),
            canDrop: ({ source }) => asDragged(source.data) !== undefined,
            onDragEnter: ({ source }) => setOver(asDragged(source.data)?.from !== stage),
            onDragLeave: () => setOver(false),
            onDrop: () => {
                setOver(false)
                // Where the card appears.
                list.current?.parentElement?.scrollTo({ top: 0 })
            },
        })
    }, [stage, mayMove])

    const more = useMutation({
        mutationFn: () => onMore(column),
        onError: (error) => toast(text(error), { tone: 'danger' }),
    })

    return (
        <section
            ref={element}
            data-stage={stage}
            data-over={isOver || undefined}
            aria-labelledby={heading}
            className={styles.column}
            {...hold}
        >
            <NewsButton count={waiting} onPress={showNews} />
            <header className={styles.header}>
                <StageDot stage={stage} />
                <h2 id={heading} className={styles.title}>
                    {t(STAGES[stage])}
                </h2>
                <span className={styles.total}>
                    {formats.number(total)}
                    <span className="visually-hidden">{t` clientes`}</span>
                </span>
            </header>
            <div className={styles.scroller}>
                <ul ref={list} className={styles.list}>
                    {shown.map((client) => (
                        <Card
                            key={client.id}
                            client={client}
                            owner={owners?.get(client.ownerId)}
                            formats={formats}
                            context={context}
                        />
                    ))}
                </ul>
                {items.length === 0 && (
                    <p className={styles.empty}>
                        <Trans>Sin clientes en esta etapa</Trans>
                    </p>
                )}
                {nextCursor !== null && (
                    <Button variant="ghost" isPending={more.isPending} onPress={() => more.mutate()}>
                        <Trans>Ver más</Trans>
                    </Button>
                )}
            </div>
        </section>
    )
})
