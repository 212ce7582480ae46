import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import type { ClientValues } from './clientValues'

/** What the fields of a client are called, in the form and where something is said of one of them. */
export function useFieldNames(): Record<keyof ClientValues, string> {
    const { t } = useLingui()
    return useMemo(
        () => ({
            firstName: t`Nombre`,
            lastName: t`Apellido`,
            email: t`Correo`,
            phone: t`Teléfono`,
            riskProfile: t`Perfil de riesgo`,
            stage: t`Etapa`,
            leadSource: t`Origen`,
            referredByClientId: t`Referido por`,
            savingsCapacity: t`Ahorro mensual`,
            currency: t`Moneda`,
            portfolioName: t`Cartera modelo`,
            notes: t`Notas`,
            ownerId: t`Asesor`,
        }),
        [t],
    )
}
