import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import type { ReactElement } from 'react'
import { Kbd } from './Kbd'
import styles from './Tooltip.module.css'

export function Tooltip({
    text,
    shortcut,
    children,
}: {
    text: string
    shortcut?: string
    children: ReactElement
}) {
    return (
        <TooltipTrigger delay={500} closeDelay={50}>
            {children}
            <AriaTooltip className={styles.tooltip ?? ''} offset={6}>
                {text}
                {shortcut && <Kbd keys={shortcut} />}
            </AriaTooltip>
        </TooltipTrigger>
    )
}
