import * as v from 'valibot'
import type { LeadSource, RiskProfile, Stage } from '@/i18n/labels'

/**
 * What an address says that is not understood is left out, so that no old or mistyped link fails; the rest counts. A single
 * value is a list of one: `?stage=PROSPECT`.
 */
function listOf<T extends string>(isKnown: (value: unknown) => value is T) {
    return v.optional(
        v.pipe(
            v.custom<T[]>(() => true),
            v.transform((said): T[] | undefined => {
                const values: unknown[] = [said].flat()
                const known = values.filter(isKnown)
                return known.length > 0 || values.length === 0 ? known : undefined
            }),
        ),
    )
}

function list<const T extends string>(values: readonly T[]) {
    return listOf((value): value is T => (values as readonly unknown[]).includes(value))
}

const LONGEST_TEXT = 100
const id = v.pipe(v.string(), v.uuid())

const stages = [
    'PROSPECT',
    'CONTACTED',
    'FIRST_MEETING',
    'SECOND_MEETING',
    'OPENING',
    'ONBOARDING',
    'RESCHEDULE',
    'ACTIVE_INVESTOR',
    'ACTIVE_INSURED',
    'DORMANT',
] as const satisfies Stage[]
const risks = ['LOW', 'MEDIUM', 'HIGH'] as const satisfies RiskProfile[]
const sources = ['REFERRAL', 'SOCIAL_MEDIA', 'EVENT', 'ORGANIC', 'OTHER'] as const satisfies LeadSource[]

export const SORTS = [
    'createdAt',
    '-createdAt',
    'updatedAt',
    '-updatedAt',
    'lastName',
    '-lastName',
    'stageSince',
    '-stageSince',
] as const
export type Sort = (typeof SORTS)[number]

/** Columns that can be hidden; the name always shows. */
export const COLUMNS = [
    'stage',
    'riskProfile',
    'leadSource',
    'owner',
    'email',
    'phone',
    'savings',
    'stageSince',
    'createdAt',
    'updatedAt',
] as const
export type Column = (typeof COLUMNS)[number]

const filters = {
    q: v.fallback(
        v.optional(
            v.pipe(
                v.string(),
                v.transform((text) => text.slice(0, LONGEST_TEXT)),
            ),
        ),
        undefined,
    ),
    risk: list(risks),
    source: list(sources),
    owner: listOf((value): value is string => v.is(id, value)),
}

/** The whole view of the clients' list lives in its address: it can be sent, bookmarked and gone back to. */
export const clientsSearch = v.object({
    ...filters,
    stage: list(stages),
    /** Those who were archived, in place of the others. */
    archived: v.fallback(
        v.optional(
            v.pipe(
                v.custom<boolean>((said) => said === true || said === 'true'),
                v.transform(() => true as const),
            ),
        ),
        undefined,
    ),
    sort: v.fallback(v.optional(v.picklist(SORTS)), undefined),
    columns: list(COLUMNS),
    /** The panel at the side: "new", or "edit" with the client's id. */
    panel: v.fallback(v.optional(v.string()), undefined),
})
export type ClientsSearch = v.InferOutput<typeof clientsSearch>

export const boardSearch = v.object(filters)
export type BoardSearch = v.InferOutput<typeof boardSearch>

/** An empty text or choice is no filter, and no part of the address. */
export function filtersInShort<T extends BoardSearch & Pick<ClientsSearch, 'stage'>>(search: T): T {
    const filled = <V>(values: V[] | undefined) => (values?.length ? values : undefined)
    const q = search.q?.trim()
    return {
        ...search,
        q: q === '' ? undefined : q,
        stage: filled(search.stage),
        risk: filled(search.risk),
        source: filled(search.source),
        owner: filled(search.owner),
    }
}
