import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components'

export interface Toast {
    text: string
    tone: 'neutral' | 'danger'
    action?: { label: string; run: () => void }
    /** Read out elsewhere already. */
    isSilent?: boolean
}

/** The few messages that pass by; what has an action stays longer. */
const MOST = 3
export const toasts = new ToastQueue<Toast>({ maxVisibleToasts: MOST })

/** What is returned takes the message away before its time. */
export function toast(text: string, options: Partial<Omit<Toast, 'text'>> = {}) {
    // What there is no room for is not shown later, when it is no news.
    const oldest = toasts.visibleToasts[MOST - 1]
    if (oldest) toasts.close(oldest.key)
    const content: Toast = { tone: 'neutral', ...options, text }
    const key = toasts.add(content, { timeout: options.action ? 10_000 : 6_000 })
    return () => {
        toasts.close(key)
    }
}
