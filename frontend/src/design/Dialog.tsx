import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button, IconButton } from './Button'
import styles from './Dialog.module.css'

interface DialogProps {
    isOpen: boolean
    onClose: () => void
    title: string
    children: ReactNode
    /** Buttons at the end; the most important last. */
    actions?: ReactNode
    /** In the middle of the screen, or a panel at its side that leaves the page visible. */
    placement?: 'center' | 'side'
    role?: 'dialog' | 'alertdialog'
    /** False where leaving needs a decision. */
    isDismissable?: boolean
}

/** What keeps the rest of the page waiting; it holds the focus and gives it back. */
export function Dialog({
    isOpen,
    onClose,
    title,
    children,
    actions,
    placement = 'center',
    role = 'dialog',
    isDismissable = true,
}: DialogProps) {
    const { t } = useLingui()
    return (
        <ModalOverlay
            isOpen={isOpen}
            onOpenChange={(open) => {
                if (!open) onClose()
            }}
            isDismissable={isDismissable}
            isKeyboardDismissDisabled={!isDismissable}
            className={`${styles.overlay} ${styles[placement]}`}
        >
            <Modal className={styles.modal ?? ''}>
                <AriaDialog role={role} className={styles.dialog ?? ''}>
                    <header className={styles.header}>
                        <Heading slot="title" level={2}>
                            {title}
                        </Heading>
                        {isDismissable && (
                            <IconButton label={t`Cerrar`} onPress={onClose}>
                                <X aria-hidden />
                            </IconButton>
                        )}
                    </header>
                    <div className={styles.body}>{children}</div>
                    {actions && <footer className={styles.actions}>{actions}</footer>}
                </AriaDialog>
            </Modal>
        </ModalOverlay>
    )
}

interface ConfirmDialogProps {
    isOpen: boolean
    onClose: () => void
    onConfirm: () => void
    title: string
    children: ReactNode
    confirm: string
    isDangerous?: boolean
}

/** Asks before what cannot be undone. */
export function ConfirmDialog({ onConfirm, confirm, isDangerous = false, ...props }: ConfirmDialogProps) {
    const { t } = useLingui()
    return (
        <Dialog
            {...props}
            role="alertdialog"
            actions={
                <>
                    <Button onPress={props.onClose}>{t`Cancelar`}</Button>
                    <Button
                        variant={isDangerous ? 'danger' : 'primary'}
                        onPress={() => {
                            onConfirm()
                            props.onClose()
                        }}
                    >
                        {confirm}
                    </Button>
                </>
            }
        />
    )
}
