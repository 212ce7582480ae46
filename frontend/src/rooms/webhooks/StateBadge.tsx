import { Trans, useLingui } from '@lingui/react/macro'
import {
    Ban,
    Check,
    CircleDashed,
    CirclePause,
    CirclePlay,
    CircleX,
    RefreshCw,
    TriangleAlert,
} from 'lucide-react'
import { Badge } from '@/design/Badge'
import type { Delivery } from './delivery-queries'
import type { Endpoint } from './queries'

/** Whether an endpoint receives, and why not. */
export function EndpointBadge({ endpoint }: { endpoint: Endpoint }) {
    const { state, disabledReason, failingSince } = endpoint
    if (state === 'PAUSED') {
        return (
            <Badge tone="warning">
                <CirclePause aria-hidden size={12} />
                <Trans>En pausa</Trans>
            </Badge>
        )
    }
    if (state === 'DISABLED') {
        return (
            <Badge tone={disabledReason === 'BY_HAND' ? 'neutral' : 'danger'}>
                <Ban aria-hidden size={12} />
                <DisabledReason reason={disabledReason} />
            </Badge>
        )
    }
    if (failingSince) {
        return (
            <Badge tone="warning">
                <TriangleAlert aria-hidden size={12} />
                <Trans>Con fallas</Trans>
            </Badge>
        )
    }
    return (
        <Badge tone="success">
            <CirclePlay aria-hidden size={12} />
            <Trans>Activo</Trans>
        </Badge>
    )
}

function DisabledReason({ reason }: { reason: Endpoint['disabledReason'] }) {
    const { t } = useLingui()
    switch (reason) {
        case 'GONE':
            return t`Apagado: respondió 410`
        case 'FAILING':
            return t`Apagado: solo fallaba`
        default:
            return t`Apagado a mano`
    }
}

export function DeliveryBadge({ delivery: { state, attempts } }: { delivery: Delivery }) {
    switch (state) {
        case 'DELIVERED':
            return (
                <Badge tone="success">
                    <Check aria-hidden size={12} />
                    <Trans>Entregada</Trans>
                </Badge>
            )
        case 'FAILED':
            return (
                <Badge tone="danger">
                    <CircleX aria-hidden size={12} />
                    <Trans>Fallida</Trans>
                </Badge>
            )
        case 'CANCELLED':
            return (
                <Badge>
                    <Ban aria-hidden size={12} />
                    <Trans>Cancelada</Trans>
                </Badge>
            )
        case 'PENDING':
            return attempts > 0 ? (
                <Badge tone="warning">
                    <RefreshCw aria-hidden size={12} />
                    <Trans>Reintentando</Trans>
                </Badge>
            ) : (
                <Badge tone="info">
                    <CircleDashed aria-hidden size={12} />
                    <Trans>Pendiente</Trans>
                </Badge>
            )
    }
}
