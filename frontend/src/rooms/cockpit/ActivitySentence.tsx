import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { STAGES } from '@/i18n/labels'
import type { Summary } from './Cockpit'

type Activity = Summary['latest'][number]

/** Somebody did something to a client, in one sentence. */
export function ActivitySentence({ activity }: { activity: Activity }) {
    const { t } = useLingui()
    const { client, fromStage, toStage } = activity
    const actor = activity.actorName ?? (activity.actorId ? t`Alguien del equipo` : 'Cactus')
    const who = (
        <Link to="/clients/$clientId" params={{ clientId: client.id }}>
            {client.firstName} {client.lastName}
        </Link>
    )
    switch (activity.kind) {
        case 'CLIENT_CREATED':
            return (
                <Trans>
                    {actor} agregó a {who}
                </Trans>
            )
        case 'CLIENT_IMPORTED':
            return (
                <Trans>
                    {actor} importó a {who}
                </Trans>
            )
        case 'CLIENT_UPDATED':
            return (
                <Trans>
                    {actor} actualizó los datos de {who}
                </Trans>
            )
        case 'STAGE_CHANGED': {
            const from = fromStage ? t(STAGES[fromStage]) : '—'
            const to = toStage ? t(STAGES[toStage]) : '—'
            return (
                <Trans>
                    {actor} movió a {who} de {from} a <strong>{to}</strong>
                </Trans>
            )
        }
        case 'CLIENT_ARCHIVED':
            return (
                <Trans>
                    {actor} archivó a {who}
                </Trans>
            )
        case 'CLIENT_RESTORED':
            return (
                <Trans>
                    {actor} restauró a {who}
                </Trans>
            )
        case 'CLIENT_TRANSFERRED': {
            const from = activity.fromOwnerName ?? '—'
            const to = activity.toOwnerName ?? '—'
            return (
                <Trans>
                    {actor} pasó a {who} de {from} a <strong>{to}</strong>
                </Trans>
            )
        }
        case 'PORTFOLIO_OPENED': {
            const portfolio = activity.portfolio ?? ''
            return (
                <Trans>
                    {actor} abrió la cartera {portfolio} para {who}
                </Trans>
            )
        }
    }
}
