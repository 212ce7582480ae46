import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField, type CheckboxFieldProps } from 'react-aria-components'
import styles from './Field.module.css'

export function Checkbox({
    children,
    ...props
}: Omit<CheckboxFieldProps, 'children' | 'className' | 'style'> & { children: ReactNode }) {
    return (
        <CheckboxField {...props}>
            <CheckboxButton className={styles.checkbox ?? ''}>
                {({ isSelected }) => (
                    <>
                        <span className={styles.box}>
                            {isSelected && <Check aria-hidden size={14} strokeWidth={3} />}
                        </span>
                        {children}
                    </>
                )}
            </CheckboxButton>
        </CheckboxField>
    )
}
