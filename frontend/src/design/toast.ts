import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components'

export interface Toast {
    text: string
    tone: 'neutral' | 'danger'
    action?: { label: string; run: () => void }
    /** Read out elsewhere already. */
    isSilent?: boolean
}

/** The few messages that pass by; what has an action stays longer. */
export const toasts = new ToastQueue<Toast>({ maxVisibleToasts: 3 })

/** What is returned takes the message away before its time. */
export function toast(text: string, options: Partial<Omit<Toast, 'text'>> = {}) {
    const content: Toast = { tone: 'neutral', ...options, text }
    const key = toasts.add(content, { timeout: options.action ? 10_000 : 6_000 })
    return () => {
        toasts.close(key)
    }
}
