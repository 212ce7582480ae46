import { Trans } from '@lingui/react/macro'
import { WifiOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useLiveState } from '@/live/LiveProvider'
import styles from './ConnectionBanner.module.css'

/** A reconnection shorter than this is nobody's concern. */
const PATIENCE = 3_000

/** Says when the screen no longer follows the server, and what that means for what is being typed. */
export function ConnectionBanner() {
    const state = useLiveState()
    const [shown, setShown] = useState(false)
    useEffect(() => {
        if (state !== 'lost') return
        const timer = setTimeout(() => setShown(true), navigator.onLine ? PATIENCE : 0)
        return () => {
            clearTimeout(timer)
            setShown(false)
        }
    }, [state])
    return (
        <div role="status">
            {shown && (
                <p className={styles.banner}>
                    <WifiOff aria-hidden size={16} />
                    <Trans>
                        Sin conexión: lo que ves puede estar desactualizado. Lo que escribas queda en esta
                        pestaña; guardalo cuando vuelva la conexión, que reintentamos solos.
                    </Trans>
                </p>
            )}
        </div>
    )
}
