import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** In the reader's language; a type that came later is told in the catalogue's own words. */
export const EVENTS: Partial<Record<string, MessageDescriptor>> = {
    'client.created': msg`Se agregó un cliente.`,
    'client.updated': msg`Cambiaron los datos de un cliente.`,
    'client.archived': msg`Se archivó un cliente.`,
    'client.status_changed': msg`Un cliente pasó a otra etapa.`,
    'client.transferred': msg`Un cliente pasó a otro asesor.`,
    'portfolio.created': msg`Un cliente tiene una cartera nueva.`,
    'user.registered': msg`Alguien puede entrar desde ahora.`,
    'user.updated': msg`Cambiaron los datos, el rol o el manager de alguien.`,
    'user.deactivated': msg`Alguien ya no puede entrar.`,
    'notification.sent': msg`Alguien recibió una notificación.`,
    'webhook.endpoint_disabled': msg`Se apagó un endpoint que respondió 410 o solo fallaba.`,
    'webhook.test': msg`Una prueba que pide el administrador.`,
}
