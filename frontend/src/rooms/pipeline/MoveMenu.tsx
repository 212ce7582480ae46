import { useLingui } from '@lingui/react/macro'
import { Check } from 'lucide-react'
import { Header, Menu, MenuItem, MenuSection } from 'react-aria-components'
import { MenuPopover } from '@/design/Menu'
import menu from '@/design/Menu.module.css'
import { STAGE_ORDER, STAGES, type Stage } from '@/i18n/labels'
import type { Client } from '@/rooms/clients/queries'
import { StageDot } from '@/rooms/clients/StageLabel'
import styles from './MoveMenu.module.css'

interface MoveMenuProps {
    client: Client
    anchor: HTMLElement
    onMove: (client: Client, stage: Stage) => void
    onClose: () => void
}

/** The stages to choose from; one for the whole board, at the card that asked for it. */
export function MoveMenu({ client, anchor, onMove, onClose }: MoveMenuProps) {
    const { t } = useLingui()
    const name = `${client.firstName} ${client.lastName}`
    const label = t`Mover a ${name} a…`
    return (
        <MenuPopover label={label} trigger={{ current: anchor }} onClose={onClose}>
            <Menu
                aria-label={label}
                autoFocus="first"
                selectionMode="single"
                selectedKeys={[client.stage]}
                disallowEmptySelection
                onAction={(key) => onMove(client, key as Stage)}
                onClose={onClose}
                className={menu.menu ?? ''}
            >
                <MenuSection>
                    <Header className={styles.title ?? ''}>{t`Mover a…`}</Header>
                    {STAGE_ORDER.map((stage) => (
                        <MenuItem
                            key={stage}
                            id={stage}
                            textValue={t(STAGES[stage])}
                            className={menu.item ?? ''}
                        >
                            <StageDot stage={stage} />
                            <span className={menu.grow}>{t(STAGES[stage])}</span>
                            {stage === client.stage && <Check aria-hidden />}
                        </MenuItem>
                    ))}
                </MenuSection>
            </Menu>
        </MenuPopover>
    )
}
