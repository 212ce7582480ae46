import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { components } from '@/api/schema'

type Schemas = components['schemas']
export type Stage = Schemas['Stage']
export type RiskProfile = Schemas['RiskProfile']
export type LeadSource = Schemas['LeadSource']
type Role = Schemas['Role']

/** In the order of the pipeline. */
export const STAGES: Record<Stage, MessageDescriptor> = {
    PROSPECT: msg`Prospecto`,
    CONTACTED: msg`Contactado`,
    FIRST_MEETING: msg`Primera reunión`,
    SECOND_MEETING: msg`Segunda reunión`,
    OPENING: msg`Apertura`,
    ONBOARDING: msg`Onboarding`,
    RESCHEDULE: msg`Reagendar`,
    ACTIVE_INVESTOR: msg`Inversor activo`,
    ACTIVE_INSURED: msg`Asegurado activo`,
    DORMANT: msg`Inactivo`,
}

export const STAGE_ORDER = Object.keys(STAGES) as Stage[]

export const RISK_PROFILES: Record<RiskProfile, MessageDescriptor> = {
    LOW: msg`Conservador`,
    MEDIUM: msg`Moderado`,
    HIGH: msg`Agresivo`,
}

export const LEAD_SOURCES: Record<LeadSource, MessageDescriptor> = {
    REFERRAL: msg`Referido`,
    SOCIAL_MEDIA: msg`Redes sociales`,
    EVENT: msg`Evento`,
    ORGANIC: msg`Búsqueda orgánica`,
    OTHER: msg`Otro`,
}

export const ROLES: Record<Role, MessageDescriptor> = {
    ADMIN: msg`Administración`,
    COMPLIANCE: msg`Cumplimiento`,
    MANAGER: msg`Manager`,
    ADVISOR: msg`Asesor`,
}
