import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import {
    Text,
    UNSTABLE_Toast as AriaToast,
    UNSTABLE_ToastContent as ToastContent,
    UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { Button, IconButton } from './Button'
import { toasts } from './toast'
import styles from './Toasts.module.css'

const subscribe = (listener: () => void) => toasts.subscribe(listener)

/** Where toasts appear; once in the page. F6 leads to them, and they are announced. */
export function Toasts() {
    const { t } = useLingui()
    const isEmpty = useSyncExternalStore(subscribe, () => toasts.visibleToasts.length === 0)
    // Used again, React Aria's region would take the focus to where it was in the messages of before.
    if (isEmpty) return null
    return (
        <ToastRegion queue={toasts} aria-label={t`Avisos`} className={styles.region ?? ''}>
            {({ toast }) => (
                <AriaToast toast={toast} className={`${styles.toast} ${styles[toast.content.tone]}`}>
                    {toast.content.isSilent ? (
                        <div className={styles.content}>
                            <Text slot="title">{toast.content.text}</Text>
                        </div>
                    ) : (
                        <ToastContent className={styles.content ?? ''}>
                            <Text slot="title">{toast.content.text}</Text>
                        </ToastContent>
                    )}
                    {toast.content.action && (
                        <Button
                            onPress={() => {
                                toast.content.action?.run()
                                toasts.close(toast.key)
                            }}
                        >
                            {toast.content.action.label}
                        </Button>
                    )}
                    <IconButton slot="close" label={t`Cerrar`}>
                        <X aria-hidden />
                    </IconButton>
                </AriaToast>
            )}
        </ToastRegion>
    )
}
