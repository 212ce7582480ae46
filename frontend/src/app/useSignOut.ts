import { useMutation } from '@tanstack/react-query'
import { useProblemText } from '@/api/problem'
import { leavePage, signOut } from '@/api/session'
import { toast } from '@/design/toast'

/** Signs out, here or on every device, and forgets everything this page holds. */
export function useSignOut() {
    const text = useProblemText()
    const leaving = useMutation({
        mutationFn: signOut,
        onSuccess: leavePage,
        onError: (error) => toast(text(error), { tone: 'danger' }),
    })
    return leaving.mutate
}
