import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { Bell, LayoutDashboard, SquareKanban, Users, Webhook, type LucideIcon } from 'lucide-react'
import type { Role } from '@/api/session'

export interface Place {
    to: '/' | '/clients' | '/pipeline' | '/notifications' | '/webhooks'
    label: MessageDescriptor
    icon: LucideIcon
    /** After "g". */
    key: string
    roles?: Role[]
}

const PLACES: Place[] = [
    { to: '/', label: msg`Inicio`, icon: LayoutDashboard, key: 'i' },
    { to: '/clients', label: msg`Clientes`, icon: Users, key: 'c' },
    { to: '/pipeline', label: msg`Pipeline`, icon: SquareKanban, key: 'p' },
    { to: '/notifications', label: msg`Notificaciones`, icon: Bell, key: 'n' },
    { to: '/webhooks', label: msg`Webhooks`, icon: Webhook, key: 'w', roles: ['ADMIN'] },
]

/** The rooms that somebody of this role finds open. */
export function placesFor(role: Role) {
    return PLACES.filter(({ roles }) => roles === undefined || roles.includes(role))
}
