import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { ListBox, ListBoxItem, Popover } from 'react-aria-components'
import styles from './Field.module.css'

export interface Option<T extends string> {
    value: T
    label: string
    icon?: ReactNode
}

interface OptionsProps {
    /** Left out where the control around it has them. */
    options?: Option<string>[]
    /** Shown when there are none. */
    empty?: ReactNode
}

/** The list to choose one from that opens below a control. */
export function Options({ options, empty }: OptionsProps) {
    return (
        <Popover className={styles.popover ?? ''} offset={4}>
            <ListBox<Option<string>>
                items={options}
                className={styles.list ?? ''}
                renderEmptyState={() => empty}
            >
                {(option) => (
                    <ListBoxItem id={option.value} textValue={option.label} className={styles.option ?? ''}>
                        {({ isSelected }) => (
                            <>
                                {option.icon}
                                <span className={styles.grow}>{option.label}</span>
                                {isSelected && <Check aria-hidden size={16} />}
                            </>
                        )}
                    </ListBoxItem>
                )}
            </ListBox>
        </Popover>
    )
}
