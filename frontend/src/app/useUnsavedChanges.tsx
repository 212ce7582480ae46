import { Trans, useLingui } from '@lingui/react/macro'
import { useBlocker } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { ConfirmDialog } from '@/design/Dialog'

/**
 * Asks before something typed is lost: by closing what holds it, by going elsewhere in the application, or by leaving the page,
 * where the browser asks in its own words.
 */
export function useUnsavedChanges(isDirty: boolean, onLeave: () => void) {
    const { t } = useLingui()
    const [isAsking, ask] = useState(false)
    const mayLeave = useRef(false)
    const blocks = () => isDirty && !mayLeave.current
    const blocker = useBlocker({ shouldBlockFn: blocks, enableBeforeUnload: blocks, withResolver: true })

    /** For good: what was typed is saved, or not wanted. */
    const leave = () => {
        mayLeave.current = true
        onLeave()
    }
    const question = (
        <ConfirmDialog
            isOpen={isAsking || blocker.status === 'blocked'}
            onClose={() => {
                ask(false)
                blocker.reset?.()
            }}
            onConfirm={() => {
                if (blocker.status === 'blocked') blocker.proceed()
                else leave()
            }}
            title={t`¿Descartar lo que escribiste?`}
            confirm={t`Descartar cambios`}
            isDangerous
        >
            <p>
                <Trans>Hay cambios sin guardar.</Trans>
            </p>
        </ConfirmDialog>
    )
    return {
        leave,
        /** Leaves at once where nothing would be lost. */
        tryToLeave: () => {
            if (isDirty) ask(true)
            else leave()
        },
        question,
    }
}
