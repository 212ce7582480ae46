import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** Fields of a client within a sentence; one that a newer server knows is called by its own name. */
export const FIELDS: Partial<Record<string, MessageDescriptor>> = {
    firstName: msg`el nombre`,
    lastName: msg`el apellido`,
    email: msg`el correo`,
    phone: msg`el teléfono`,
    riskProfile: msg`el perfil de riesgo`,
    leadSource: msg`el origen`,
    notes: msg`las notas`,
    liveNotes: msg`las notas de reunión`,
    portfolioName: msg`la cartera modelo`,
    referredByClientId: msg`quién lo refirió`,
    savingsCapacity: msg`el ahorro mensual`,
    ownerId: msg`el asesor`,
}
