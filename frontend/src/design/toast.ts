import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components'

export interface Toast {
    text: string
    tone: 'neutral' | 'danger'
    action?: { label: string; run: () => void }
}

/** The few messages that pass by; what has an action stays longer. */
export const toasts = new ToastQueue<Toast>({ maxVisibleToasts: 3 })

export function toast(text: string, options: Partial<Omit<Toast, 'text'>> = {}) {
    toasts.add({ tone: 'neutral', ...options, text }, { timeout: options.action ? 10_000 : 6_000 })
}
