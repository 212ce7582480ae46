import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import type { ReactNode } from 'react'
import styles from './Button.module.css'
import { Tooltip } from './Tooltip'

interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
    /** How much it calls for attention; at most one primary per view. */
    variant?: 'primary' | 'secondary' | 'ghost' | 'danger'
    icon?: ReactNode
    children: ReactNode
}

export function Button({ variant = 'secondary', icon, children, ...props }: ButtonProps) {
    return (
        <AriaButton {...props} className={`${styles.button} ${styles[variant]}`}>
            {icon}
            <span>{children}</span>
        </AriaButton>
    )
}

interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
    /** Its name, for screen readers and in the tooltip. */
    label: string
    /** Shown in the tooltip. */
    shortcut?: string
    children: ReactNode
}

export function IconButton({ label, shortcut, children, ...props }: IconButtonProps) {
    return (
        <Tooltip text={label} shortcut={shortcut}>
            <AriaButton
                aria-label={label}
                {...props}
                className={`${styles.button} ${styles.ghost} ${styles.icon}`}
            >
                {children}
            </AriaButton>
        </Tooltip>
    )
}

/** The same look for what is not a React Aria button, such as a router's link. */
export function buttonClass(variant: NonNullable<ButtonProps['variant']> = 'secondary') {
    return `${styles.button} ${styles[variant]}`
}
