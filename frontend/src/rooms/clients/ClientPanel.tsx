import { useLingui } from '@lingui/react/macro'
import { Dialog } from '@/design/Dialog'

interface Props {
    /** Whom to change, or "new". */
    clientId: string
    onClose: () => void
}

/** Creates or changes a client beside the page. */
export function ClientPanel({ clientId, onClose }: Props) {
    const { t } = useLingui()
    return (
        <Dialog
            isOpen
            onClose={onClose}
            placement="side"
            title={clientId === 'new' ? t`Cliente nuevo` : t`Editar cliente`}
        >
            {null}
        </Dialog>
    )
}
