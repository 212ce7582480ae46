import { useLingui } from '@lingui/react/macro'
import type { FieldPath, FieldValues, UseFormSetError } from 'react-hook-form'
import type { components } from './schema'

export type Problem = components['schemas']['Problem']

/** An answer other than success, with what the service says about it (RFC 9457) where it says something. */
export class ProblemError extends Error {
    readonly status: number
    readonly problem: Problem | undefined
    /** Seconds to wait before trying again, where the service says so. */
    readonly retryAfter: number | undefined

    constructor(status: number, problem: Problem | undefined, retryAfter: string | null = null) {
        super(problem?.detail ?? problem?.title ?? `HTTP ${status}`)
        this.name = 'ProblemError'
        this.status = status
        this.problem = problem
        this.retryAfter = retryAfter === null ? undefined : Number(retryAfter)
    }
}

export function hasStatus(error: unknown, status: number): error is ProblemError {
    return error instanceof ProblemError && error.status === status
}

/**
 * Words for whatever went wrong: the service's own where it answered, ours where nothing came. What it says of a field begins
 * with the field's name where the caller knows it.
 */
export function useProblemText(names: Partial<Record<string, string>> = {}) {
    const { t } = useLingui()
    return (error: unknown) => {
        if (!(error instanceof ProblemError)) {
            return t`No hay conexión con el servidor. Revisá la red y probá de nuevo.`
        }
        const { problem } = error
        if (!problem || error.status >= 500) {
            return t`El servidor no pudo responder. Probá de nuevo en unos segundos.`
        }
        const atFields = (problem.errors ?? []).map(({ field, message }) =>
            names[field] ? `${names[field]}: ${message}` : message,
        )
        return atFields.length > 0 ? atFields.join('. ') : (problem.detail ?? problem.title)
    }
}

/** Shows each field's error at that field; returns false when none of them belongs to the form. */
export function showAtFields<T extends FieldValues>(
    error: unknown,
    fields: readonly FieldPath<T>[],
    setError: UseFormSetError<T>,
): boolean {
    const errors = error instanceof ProblemError ? (error.problem?.errors ?? []) : []
    const ours = errors.flatMap(({ field, message }) => {
        const name = fields.find((known) => field === known || field.startsWith(`${known}.`))
        return name ? [{ name, message }] : []
    })
    ours.forEach(({ name, message }, index) => setError(name, { message }, { shouldFocus: index === 0 }))
    return ours.length > 0
}
