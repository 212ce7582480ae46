import { useLingui } from '@lingui/react/macro'
import { Ellipsis } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { Avatar } from '@/design/Avatar'
import { Skeleton } from '@/design/States'
import { useFormats } from '@/i18n/formats'
import { clientUrl, fullName, useTimeInStage, type ShownColumn } from './columns'
import styles from './ClientTable.module.css'
import { usePeople } from './people'
import type { Client } from './queries'
import { StageLabel } from './StageLabel'

interface Props {
    client: Client
    index: number
    /** From the top of the list, in pixels. */
    top: number
    height: number
    isCard: boolean
    /** The one row that the Tab key comes to. */
    isCurrent: boolean
    hasChanged: boolean
    hasMenu: boolean
    columns: ShownColumn[]
}

/** One client. What is pressed or clicked is heard by the table. */
export const ClientRow = memo(function ClientRow({
    client,
    index,
    top,
    height,
    isCard,
    isCurrent,
    hasChanged,
    hasMenu,
    columns,
}: Props) {
    return (
        <div
            role="row"
            aria-rowindex={index + 2}
            data-row={index}
            tabIndex={isCurrent ? 0 : -1}
            className={`${styles.row} ${isCard ? styles.card : ''} ${hasChanged ? styles.changed : ''}`}
            style={{ height, transform: `translateY(${top}px)` }}
        >
            {isCard ? (
                <Card client={client} />
            ) : (
                columns.map(({ id, isAmount, show }) => (
                    <div
                        role="gridcell"
                        key={id}
                        className={`${styles.cell} ${isAmount ? styles.amount : ''}`}
                    >
                        {show(client)}
                    </div>
                ))
            )}
            {hasMenu && (
                <div role="gridcell" className={styles.menuCell}>
                    <MenuButton client={client} isCurrent={isCurrent} />
                </div>
            )}
        </div>
    )
})

function MenuButton({ client, isCurrent }: { client: Client; isCurrent: boolean }) {
    const { t } = useLingui()
    const name = fullName(client)
    return (
        <button
            type="button"
            data-menu
            aria-haspopup="menu"
            aria-label={t`Acciones de ${name}`}
            tabIndex={isCurrent ? 0 : -1}
            className={styles.menu}
        >
            <Ellipsis aria-hidden size={16} />
        </button>
    )
}

/** Two lines, where columns have no room. */
function Card({ client }: { client: Client }) {
    const inStage = useTimeInStage()
    const { dateTime } = useFormats()
    const owner = usePeople()?.get(client.ownerId)?.name
    const name = fullName(client)
    return (
        <div role="gridcell" className={styles.cardCell}>
            <Avatar name={name} />
            <div className={styles.lines}>
                <a href={clientUrl(client)} tabIndex={-1} className={styles.name}>
                    {name}
                </a>
                <span className={styles.second}>
                    <StageLabel stage={client.stage} />
                    <time dateTime={client.stageSince} title={dateTime(client.stageSince)}>
                        {inStage(client.stageSince)}
                    </time>
                    {owner && <span className={styles.owner}>{owner}</span>}
                </span>
            </div>
        </div>
    )
}

/** Holds the place of a row that is on its way. */
export const RowSkeleton = memo(function RowSkeleton({
    index,
    top,
    height,
    cells,
}: {
    index: number
    top: number
    height: number
    cells: number
}) {
    const { t } = useLingui()
    const lines: ReactNode[] = Array.from({ length: cells }, (_, cell) => (
        <div role="gridcell" key={cell} className={styles.cell}>
            {cell === 0 && <span className="visually-hidden">{t`Cargando`}</span>}
            <Skeleton width={cell === 0 ? '10rem' : '60%'} height="0.875rem" />
        </div>
    ))
    return (
        <div
            role="row"
            aria-rowindex={index + 2}
            aria-busy
            className={styles.row}
            style={{ height, transform: `translateY(${top}px)` }}
        >
            {lines}
        </div>
    )
})
