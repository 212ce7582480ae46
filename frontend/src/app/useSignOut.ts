import { useMutation } from '@tanstack/react-query'
import { useProblemText } from '@/api/problem'
import { signOut } from '@/api/session'
import { toast } from '@/design/toast'

/** Signs out, here or on every device, and forgets everything this page holds. */
export function useSignOut() {
    const text = useProblemText()
    const leaving = useMutation({
        mutationFn: signOut,
        // A page load, and not a navigation, so that nothing of this user stays in memory.
        onSuccess: () => window.location.assign('/sign-in'),
        onError: (error) => toast(text(error), { tone: 'danger' }),
    })
    return leaving.mutate
}
