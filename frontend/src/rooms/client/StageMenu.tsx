import { useLingui } from '@lingui/react/macro'
import { ChevronDown } from 'lucide-react'
import { useMayChangeClients } from '@/app/useUser'
import { Button } from '@/design/Button'
import { Menu } from '@/design/Menu'
import { STAGE_ORDER, STAGES } from '@/i18n/labels'
import type { Client } from '@/rooms/clients/queries'
import { StageDot, StageLabel } from '@/rooms/clients/StageLabel'
import { useMove } from '@/rooms/clients/useMove'
import styles from './StageMenu.module.css'

/** Where the client stands, and the way to another stage. */
export function StageMenu({ client }: { client: Client }) {
    const { t } = useLingui()
    const mayChange = useMayChangeClients()
    const move = useMove()
    const stage = t(STAGES[client.stage])
    if (!mayChange || client.archivedAt) return <StageLabel stage={client.stage} />
    return (
        <Menu
            label={t`Mover a…`}
            actions={STAGE_ORDER.map((other) => ({
                id: other,
                label: t(STAGES[other]),
                icon: <StageDot stage={other} />,
                isDisabled: other === client.stage,
                onAction: () => move({ client, stage: other }),
            }))}
        >
            <Button aria-label={t`Etapa: ${stage}. Cambiar`}>
                <span className={styles.stage}>
                    <StageLabel stage={client.stage} />
                    <ChevronDown aria-hidden />
                </span>
            </Button>
        </Menu>
    )
}
