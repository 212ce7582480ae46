import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useLingui } from '@lingui/react/macro'
import { EllipsisVertical } from 'lucide-react'
import { memo, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Avatar } from '@/design/Avatar'
import type { Formats } from '@/i18n/formats'
import { RISK_PROFILES } from '@/i18n/labels'
import type { Client } from '@/rooms/clients/queries'
import styles from './Card.module.css'
import type { BoardContext } from './context'
import { draggedClient } from './dragging'

/** One for all cards and all times they are drawn. */
const DOTS = <EllipsisVertical aria-hidden size={16} />

/** A card that came to its column so lately shows where it went. */
const LATELY = 5_000

interface CardProps {
    client: Client
    /** Whose client it is, where that can be somebody else. */
    owner: string | undefined
    formats: Formats
    context: BoardContext
}

/** One client on the board. There may be a thousand of them: plain elements, and what is shared comes from the board. */
export const Card = memo(function Card({ client, owner, formats, context }: CardProps) {
    const { t } = useLingui()
    const { roving, mayMove } = context
    const card = useRef<HTMLLIElement>(null)
    const link = useRef<HTMLAnchorElement>(null)
    const { id, stage } = client
    const isStop = useSyncExternalStore(roving.subscribe, () => roving.isStop(stage, id))
    const [isNew] = useState(() => Date.now() - Date.parse(client.stageSince) < LATELY)
    const name = `${client.firstName} ${client.lastName}`

    useEffect(() => {
        const element = card.current
        if (!element || !mayMove) return
        return draggable({
            element,
            getInitialData: () => draggedClient(id, stage),
            onDragStart: () => element.toggleAttribute('data-dragged', true),
            onDrop: () => element.toggleAttribute('data-dragged', false),
        })
    }, [id, stage, mayMove])

    // The focus goes along when the card appears in another column.
    useLayoutEffect(() => {
        if (roving.held === id && document.activeElement === document.body) link.current?.focus()
    }, [roving, id])

    return (
        <li ref={card} className={`${styles.card} ${isNew ? styles.arrived : ''}`}>
            <a
                ref={link}
                href={`/clients/${id}`}
                draggable={false}
                data-client={id}
                tabIndex={isStop ? 0 : -1}
                className={styles.name}
                onClick={context.onOpen}
                onKeyDown={context.onKeyDown}
                onFocus={() => roving.hold(stage, id)}
                onBlur={() => roving.release(id)}
            >
                {name}
            </a>
            <p className={styles.facts}>
                <span>{t(RISK_PROFILES[client.riskProfile])}</span>
                <time
                    dateTime={client.stageSince}
                    title={t`En la etapa desde el ${formats.date(client.stageSince)}`}
                >
                    {daysIn(client.stageSince, formats)}
                </time>
            </p>
            {owner && (
                <span className={styles.owner} title={owner}>
                    <Avatar name={owner} size="sm" />
                    <span className="visually-hidden">{owner}</span>
                </span>
            )}
            {mayMove && (
                <button
                    type="button"
                    aria-label={t`Mover a ${name}`}
                    aria-haspopup="menu"
                    tabIndex={isStop ? 0 : -1}
                    className={styles.move}
                    onClick={context.onMenu}
                >
                    {DOTS}
                </button>
            )}
        </li>
    )
})

function daysIn(since: string, { days, daysSince, ago }: Formats) {
    const count = daysSince(since)
    return count > 0 ? days(count) : ago(since)
}
