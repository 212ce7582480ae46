import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { createPortal } from 'react-dom'
import { useEffect, useRef, type ReactElement, type ReactNode, type Ref, type RefObject } from 'react'
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
    const list = useRef<HTMLDivElement>(null)
    useEffect(() => {
        // A popover without a trigger of React Aria's takes the focus itself when a screen reader or Enter clicked.
        const frame = requestAnimationFrame(() =>
            list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus(),
        )
        return () => cancelAnimationFrame(frame)
    }, [])
    return (
        <MenuPopover label={menu.label} trigger={trigger} onClose={onClose}>
            <Actions {...menu} list={list} onClose={onClose} />
        </MenuPopover>
    )
}

/**
 * Where a menu without a trigger of React Aria's opens. Not modal: that would make the page inert, and the styles of a
 * thousand cards or rows be worked out again at every opening and closing.
 */
export function MenuPopover({
    label,
    trigger,
    onClose,
    children,
}: {
    label: string
    trigger: RefObject<Element | null>
    onClose: () => void
    children: ReactNode
}) {
    return (
        <>
            {/* A click beside the menu closes it and does nothing else. */}
            {createPortal(<div className={styles.underlay} onClick={onClose} aria-hidden />, document.body)}
            <Popover
                isNonModal
                isOpen
                triggerRef={trigger}
                onOpenChange={(open) => {
                    if (!open) onClose()
                }}
                placement="bottom end"
                className={styles.popover ?? ''}
                offset={4}
            >
                <div role="dialog" aria-label={label}>
                    {children}
                </div>
            </Popover>
        </>
    )
}

interface ActionsProps extends MenuProps {
    list?: Ref<HTMLDivElement>
    onClose?: () => void
}

function Actions({ label, actions, list, onClose }: ActionsProps) {
    return (
        <AriaMenu aria-label={label} className={styles.menu ?? ''} ref={list} {...(onClose && { onClose })}>
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
