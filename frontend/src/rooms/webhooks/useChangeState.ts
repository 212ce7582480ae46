import { useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { hasStatus, useProblemText } from '@/api/problem'
import { toast } from '@/design/toast'
import { changeState, type Endpoint, type EndpointState } from './queries'

/** Pauses, resumes, disables or enables, at once; says so when the server refuses. */
export function useChangeState(endpoint: Endpoint) {
    const { t } = useLingui()
    const queries = useQueryClient()
    const text = useProblemText()
    const changing = useMutation({
        mutationFn: (state: EndpointState) => changeState(queries, endpoint, state),
        onError: (error) =>
            toast(hasStatus(error, 412) ? t`Alguien lo cambió mientras tanto; así quedó.` : text(error), {
                tone: 'danger',
            }),
    })
    return changing.mutate
}
