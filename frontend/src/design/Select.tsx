import { ChevronDown } from 'lucide-react'
import { Button, Label, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { Notes, type FieldProps } from './Field'
import styles from './Field.module.css'
import { Options, type Option } from './Options'

interface Props<T extends string> extends FieldProps {
    options: Option<T>[]
    value: T | null
    onChange: (value: T) => void
    onBlur?: () => void
    placeholder?: string
    isRequired?: boolean
    isDisabled?: boolean
    name?: string
}

/** One of a few values. */
export function Select<T extends string>({
    label,
    description,
    error,
    options,
    value,
    onChange,
    placeholder,
    ...props
}: Props<T>) {
    return (
        <AriaSelect
            {...props}
            value={value}
            onChange={(key) => onChange(key as T)}
            placeholder={placeholder}
            isInvalid={error !== undefined}
            className={styles.field ?? ''}
            validationBehavior="aria"
        >
            <Label className={styles.label}>{label}</Label>
            <Button className={`${styles.input} ${styles.select}`}>
                <SelectValue className={styles.value ?? ''} />
                <ChevronDown aria-hidden size={16} />
            </Button>
            <Notes description={description} error={error} />
            <Options options={options} />
        </AriaSelect>
    )
}
