import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import type { ReactElement, ReactNode } from 'react'
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

/** Actions behind a button, its only child. */
export function Menu({
    label,
    actions,
    children,
}: {
    label: string
    actions: MenuAction[]
    children: ReactElement
}) {
    return (
        <MenuTrigger>
            {children}
            <Popover className={styles.popover ?? ''} offset={4}>
                <AriaMenu aria-label={label} className={styles.menu ?? ''}>
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
            </Popover>
        </MenuTrigger>
    )
}
