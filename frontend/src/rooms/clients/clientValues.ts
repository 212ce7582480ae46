import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import * as v from 'valibot'
import { LEAD_SOURCES, RISK_PROFILES, STAGE_ORDER, type LeadSource, type RiskProfile } from '@/i18n/labels'
import { readAmount, writeAmount } from './amount'
import type { Client, ClientRequest } from './queries'

export const CURRENCIES = ['ARS', 'USD', 'EUR']
/** A choice that says: nothing chosen. */
export const NONE = 'NONE'

const riskProfiles = Object.keys(RISK_PROFILES) as RiskProfile[]
const leadSources = [...(Object.keys(LEAD_SOURCES) as LeadSource[]), NONE] as const

const EMAIL = v.pipe(v.string(), v.email())

/** What the form holds: texts as typed. The names are the service's, so that its refusals find their field. */
export function useClientSchema(needsOwner: boolean) {
    const { t, i18n } = useLingui()
    return useMemo(() => {
        const text = (most: number) =>
            v.pipe(v.string(), v.trim(), v.maxLength(most, t`Hasta ${most} caracteres`))
        const name = v.pipe(text(100), v.nonEmpty(t`Falta completar`))
        const emailOrPhone = t`Hace falta un correo o un teléfono`
        const fields = v.object({
            firstName: name,
            lastName: name,
            email: v.pipe(
                text(255),
                v.check(
                    (email) => email === '' || v.is(EMAIL, email),
                    t`No parece un correo: nombre@ejemplo.com`,
                ),
            ),
            phone: v.pipe(
                v.string(),
                v.trim(),
                v.regex(/^(\+?[0-9 ()./-]{5,20})?$/, t`Solo números, espacios y + ( ) . / -, de 5 a 20`),
            ),
            riskProfile: v.picklist(riskProfiles),
            stage: v.picklist(STAGE_ORDER),
            leadSource: v.picklist(leadSources),
            referredByClientId: v.nullable(v.string()),
            savingsCapacity: v.pipe(
                v.string(),
                v.trim(),
                v.check(
                    (amount) => amount === '' || readAmount(amount, i18n.locale).length > 0,
                    t`No parece un monto: probá con 1500, 1500,50 o USD 200`,
                ),
                v.check(
                    (amount) => readAmount(amount, i18n.locale).length < 2,
                    t`Elegí cuál de los dos montos es`,
                ),
            ),
            currency: v.string(),
            portfolioName: text(100),
            notes: text(2000),
            ownerId: needsOwner ? v.pipe(v.string(), v.nonEmpty(t`Elegí de quién es`)) : v.string(),
        })
        return v.pipe(
            fields,
            v.forward(
                // Said beside what else is missing, and not after it.
                v.partialCheck(
                    [['email'], ['phone']],
                    ({ email, phone }) => email !== '' || phone !== '',
                    emailOrPhone,
                ),
                ['email'],
            ),
        )
    }, [t, i18n.locale, needsOwner])
}

export type ClientValues = v.InferOutput<ReturnType<typeof useClientSchema>>

export const EMPTY: ClientValues = {
    firstName: '',
    lastName: '',
    email: '',
    phone: '',
    riskProfile: 'MEDIUM',
    stage: 'PROSPECT',
    leadSource: NONE,
    referredByClientId: null,
    savingsCapacity: '',
    currency: 'ARS',
    portfolioName: '',
    notes: '',
    ownerId: '',
}

/** Where the service's refusals can be shown. */
export const FIELDS = Object.keys(EMPTY) as (keyof ClientValues)[]

export function valuesOf(client: Client, locale: string): ClientValues {
    const { savingsCapacity: savings } = client
    return {
        firstName: client.firstName,
        lastName: client.lastName,
        email: client.email ?? '',
        phone: client.phone ?? '',
        riskProfile: client.riskProfile,
        stage: client.stage,
        leadSource: client.leadSource ?? NONE,
        referredByClientId: client.referredByClientId ?? null,
        savingsCapacity: savings ? writeAmount(savings.amount, locale) : '',
        currency: savings?.currency ?? 'ARS',
        portfolioName: client.portfolioName ?? '',
        notes: client.notes ?? '',
        ownerId: client.ownerId,
    }
}

/** What can be changed of a client; stage and owner change by acts of their own. */
function changeable(values: ClientValues, locale: string) {
    const [savings] = readAmount(values.savingsCapacity, locale)
    const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
    return {
        firstName: values.firstName.trim(),
        lastName: values.lastName.trim(),
        email: orNull(values.email),
        phone: orNull(values.phone),
        riskProfile: values.riskProfile,
        leadSource: values.leadSource === NONE ? null : values.leadSource,
        referredByClientId: values.referredByClientId,
        savingsCapacity: savings
            ? { amount: savings.amount, currency: savings.currency ?? values.currency }
            : null,
        portfolioName: orNull(values.portfolioName),
        notes: orNull(values.notes),
    } satisfies Partial<ClientRequest>
}

export function requestOf(values: ClientValues, locale: string): ClientRequest {
    return {
        ...changeable(values, locale),
        stage: values.stage,
        ...(values.ownerId && { ownerId: values.ownerId }),
    }
}

/** Only what is not as it was: a merge patch leaves the rest alone. */
export function changesOf(before: ClientValues, after: ClientValues, locale: string): Partial<ClientRequest> {
    const was = changeable(before, locale)
    return Object.fromEntries(
        Object.entries(changeable(after, locale)).filter(
            ([field, value]) => JSON.stringify(value) !== JSON.stringify(was[field as keyof typeof was]),
        ),
    )
}
