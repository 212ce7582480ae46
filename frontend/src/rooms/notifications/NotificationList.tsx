import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import {
    BellOff,
    Briefcase,
    CircleAlert,
    MoveRight,
    PiggyBank,
    Trash2,
    UserPlus,
    UsersRound,
    type LucideIcon,
} from 'lucide-react'
import { useProblemText } from '@/api/problem'
import { Button, IconButton } from '@/design/Button'
import { EmptyState, ErrorState, Loading, Skeleton } from '@/design/States'
import { toast } from '@/design/toast'
import { useFormats } from '@/i18n/formats'
import styles from './NotificationList.module.css'
import { inboxQuery, markRead, remove, type Notification } from './queries'

const ICONS: Record<string, LucideIcon> = {
    CLIENT_CREATED: UserPlus,
    STAGE_CHANGED: MoveRight,
    CLIENT_TRANSFERRED: UserPlus,
    PORTFOLIO_CREATED: Briefcase,
    WEBHOOK_DISABLED: CircleAlert,
    ADVISOR_JOINED: UsersRound,
    BUDGET: PiggyBank,
}

interface Props {
    unreadOnly: boolean
    /** Shows no more than this, and offers no more. */
    limit?: number
    onOpen?: () => void
}

/** The inbox, the newest first. */
export function NotificationList({ unreadOnly, limit, onOpen }: Props) {
    const { t } = useLingui()
    const inbox = useInfiniteQuery(inboxQuery(unreadOnly))

    if (inbox.isPending) return <Skeletons rows={limit ?? 8} />
    if (inbox.isError) return <ErrorState error={inbox.error} retry={() => void inbox.refetch()} />
    const items = inbox.data.pages.flatMap((page) => page.items)
    if (items.length === 0) {
        return (
            <EmptyState
                icon={<BellOff aria-hidden />}
                title={unreadOnly ? t`Nada sin leer` : t`Todavía no hay notificaciones`}
            >
                <Trans>Te avisamos acá cuando cambie algo de tus clientes.</Trans>
            </EmptyState>
        )
    }
    return (
        <>
            <ul className={styles.list}>
                {items.slice(0, limit).map((notification) => (
                    <Item key={notification.id} notification={notification} onOpen={onOpen} />
                ))}
            </ul>
            {limit === undefined && inbox.hasNextPage && (
                <div className={styles.more}>
                    <Button isPending={inbox.isFetchingNextPage} onPress={() => void inbox.fetchNextPage()}>
                        <Trans>Ver más</Trans>
                    </Button>
                </div>
            )}
        </>
    )
}

function Item({ notification, onOpen }: { notification: Notification; onOpen?: () => void }) {
    const { t } = useLingui()
    const { ago, dateTime } = useFormats()
    const queries = useQueryClient()
    const navigate = useNavigate()
    const text = useProblemText()
    const onError = (error: unknown) => toast(text(error), { tone: 'danger' })
    const marking = useMutation({ mutationFn: () => markRead(queries, notification), onError })
    const removing = useMutation({ mutationFn: () => remove(queries, notification), onError })
    const Icon = ICONS[notification.kind] ?? BellOff

    const open = () => {
        marking.mutate()
        onOpen?.()
        if (notification.link) void navigate({ href: notification.link })
    }

    return (
        <li className={`${styles.item} ${notification.readAt ? '' : styles.unread}`}>
            <button type="button" className={styles.open} onClick={open}>
                <span className={styles.icon}>
                    <Icon aria-hidden size={16} />
                </span>
                <span className={styles.body}>
                    <span className={styles.title}>
                        {notification.title}
                        {!notification.readAt && <span className="visually-hidden">{t`, sin leer`}</span>}
                    </span>
                    <span className={styles.text}>{notification.text}</span>
                    <time
                        dateTime={notification.createdAt}
                        title={dateTime(notification.createdAt)}
                        className={styles.when}
                    >
                        {ago(notification.createdAt)}
                    </time>
                </span>
            </button>
            <IconButton label={t`Borrar la notificación`} onPress={() => removing.mutate()}>
                <Trash2 aria-hidden />
            </IconButton>
        </li>
    )
}

function Skeletons({ rows }: { rows: number }) {
    return (
        <Loading>
            <ul className={styles.list}>
                {Array.from({ length: rows }, (_, index) => (
                    <li key={index} className={styles.item}>
                        <div className={styles.open}>
                            <Skeleton width="2rem" height="2rem" />
                            <span className={styles.body}>
                                <Skeleton width="8rem" height="1.25rem" />
                                <Skeleton height="1.25rem" />
                                <Skeleton width="4rem" height="1.125rem" />
                            </span>
                        </div>
                    </li>
                ))}
            </ul>
        </Loading>
    )
}
