import { Trans, useLingui } from '@lingui/react/macro'
import {
    Archive,
    ArchiveRestore,
    ArrowRightLeft,
    Briefcase,
    Download,
    MoveRight,
    Pencil,
    UserPlus,
    type LucideIcon,
} from 'lucide-react'
import type { components } from '@/api/schema'
import { useFormats } from '@/i18n/formats'
import { StageLabel } from '@/rooms/clients/StageLabel'
import { FIELDS } from './fields'
import styles from './Timeline.module.css'

type Activity = components['schemas']['ActivityView']

const ICONS: Record<Activity['kind'], LucideIcon> = {
    CLIENT_CREATED: UserPlus,
    CLIENT_IMPORTED: Download,
    CLIENT_UPDATED: Pencil,
    STAGE_CHANGED: MoveRight,
    CLIENT_ARCHIVED: Archive,
    CLIENT_RESTORED: ArchiveRestore,
    CLIENT_TRANSFERRED: ArrowRightLeft,
    PORTFOLIO_OPENED: Briefcase,
}

/** One thing that happened: who, what and when. */
export function ActivityItem({ activity }: { activity: Activity }) {
    const { ago, dateTime } = useFormats()
    const { kind, at } = activity
    const Icon = ICONS[kind]
    return (
        <li className={styles.activity}>
            <span className={styles.icon}>
                <Icon aria-hidden size={14} />
            </span>
            <p className={styles.text}>
                <What activity={activity} />
            </p>
            <time dateTime={at} title={dateTime(at)} className={styles.when}>
                {ago(at)}
            </time>
        </li>
    )
}

function What({ activity }: { activity: Activity }) {
    const { i18n, t } = useLingui()
    const { kind, actorId, actorName, fromStage, toStage, portfolio } = activity
    // Without anybody it was the system; without a name it is somebody of whom the news is still on its way.
    const actor = <strong>{actorName ?? (actorId ? t`Alguien del equipo` : 'Cactus')}</strong>
    switch (kind) {
        case 'CLIENT_CREATED':
            return <Trans>{actor} agregó al cliente</Trans>
        case 'CLIENT_IMPORTED':
            return <Trans>{actor} trajo al cliente de otro sistema</Trans>
        case 'CLIENT_UPDATED': {
            const names = (activity.fields ?? []).map((field) => {
                const label = FIELDS[field]
                return label ? t(label) : field
            })
            const fields = new Intl.ListFormat(i18n.locale).format(names)
            return (
                <Trans>
                    {actor} modificó {fields}
                </Trans>
            )
        }
        case 'STAGE_CHANGED': {
            const from = fromStage && <StageLabel stage={fromStage} />
            const to = toStage && <StageLabel stage={toStage} />
            return (
                <Trans>
                    {actor} lo pasó de {from} a {to}
                </Trans>
            )
        }
        case 'CLIENT_ARCHIVED':
            return <Trans>{actor} archivó al cliente</Trans>
        case 'CLIENT_RESTORED':
            return <Trans>{actor} restauró al cliente</Trans>
        case 'CLIENT_TRANSFERRED': {
            const from = <strong>{activity.fromOwnerName}</strong>
            const to = <strong>{activity.toOwnerName}</strong>
            return (
                <Trans>
                    {actor} lo pasó de {from} a {to}
                </Trans>
            )
        }
        case 'PORTFOLIO_OPENED': {
            const name = <strong>{portfolio}</strong>
            return (
                <Trans>
                    {actor} abrió la cartera {name}
                </Trans>
            )
        }
    }
}
