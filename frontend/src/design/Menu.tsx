import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import type { ReactElement, ReactNode, RefObject } from 'react'
import { Kbd } from './Kbd'
import styles from './Menu.module.css'

export interface MenuAction {
    id: string
    label: string
    icon?: ReactNode
    shortcut?: string
    isDangerous?: boolean
    isDisabled?: boolean
    /** A line above it. */
    startsGroup?: boolean
    onAction: () => void
}

interface MenuProps {
    label: string
    actions: MenuAction[]
}

/** Actions behind a button, its only child. */
export function Menu({ label, actions, children }: MenuProps & { children: ReactElement }) {
    return (
        <MenuTrigger>
            {children}
            <Popover className={styles.popover ?? ''} offset={4}>
                <Actions label={label} actions={actions} />
            </Popover>
        </MenuTrigger>
    )
}

/** One menu for many buttons, open at one of them: long lists cannot afford a menu in each row. */
export function MenuAt({
    trigger,
    onClose,
    ...menu
}: MenuProps & { trigger: RefObject<Element | null>; onClose: () => void }) {
    return (
        <Popover
            isOpen
            triggerRef={trigger}
            onOpenChange={(open) => {
                if (!open) onClose()
            }}
            placement="bottom end"
            className={styles.popover ?? ''}
            offset={4}
        >
            <Actions {...menu} onClose={onClose} />
        </Popover>
    )
}

function Actions({ label, actions, onClose }: MenuProps & { onClose?: () => void }) {
    return (
        <AriaMenu
            aria-label={label}
            className={styles.menu ?? ''}
            {...(onClose && { onClose, autoFocus: 'first' })}
        >
            {actions.flatMap((action) => [
                ...(action.startsGroup
                    ? [<Separator key={`${action.id}-line`} className={styles.line ?? ''} />]
                    : []),
                <MenuItem
                    key={action.id}
                    id={action.id}
                    textValue={action.label}
                    isDisabled={action.isDisabled ?? false}
                    onAction={action.onAction}
                    className={`${styles.item} ${action.isDangerous ? styles.danger : ''}`}
                >
                    {action.icon}
                    <span className={styles.grow}>{action.label}</span>
                    {action.shortcut && <Kbd keys={action.shortcut} />}
                </MenuItem>,
            ])}
        </AriaMenu>
    )
}
