import {
    CheckboxButton,
    CheckboxField,
    FieldError,
    Input,
    Label,
    Select as AriaSelect,
    SelectValue,
    Button as AriaButton,
    Text,
    TextArea as AriaTextArea,
    TextField as AriaTextField,
    type CheckboxFieldProps,
    type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import styles from './Field.module.css'
import { Options, type Option } from './Options'

interface Common {
    label: ReactNode
    description?: ReactNode
    /** Why the value is refused; shown below the control and read with it. */
    error?: string
}

interface TextFieldProps extends Common, Omit<AriaTextFieldProps, 'children' | 'className' | 'style'> {
    placeholder?: string
    autoCapitalize?: 'none'
    inputRef?: Ref<HTMLInputElement>
}

/** One line of text. Spread `register`-like props of a form's controller into it. */
export function TextField({
    label,
    description,
    error,
    placeholder,
    autoCapitalize,
    inputRef,
    ...props
}: TextFieldProps) {
    return (
        <AriaTextField
            {...props}
            isInvalid={error !== undefined}
            className={styles.field ?? ''}
            validationBehavior="aria"
        >
            <Label className={styles.label}>{label}</Label>
            <Input
                ref={inputRef}
                placeholder={placeholder}
                autoCapitalize={autoCapitalize}
                className={styles.input ?? ''}
            />
            <Notes description={description} error={error} />
        </AriaTextField>
    )
}

interface TextAreaProps extends Common, Omit<AriaTextFieldProps, 'children' | 'className' | 'style'> {
    rows?: number
    placeholder?: string
}

export function TextArea({ label, description, error, rows = 4, placeholder, ...props }: TextAreaProps) {
    return (
        <AriaTextField
            {...props}
            isInvalid={error !== undefined}
            className={styles.field ?? ''}
            validationBehavior="aria"
        >
            <Label className={styles.label}>{label}</Label>
            <AriaTextArea
                rows={rows}
                placeholder={placeholder}
                className={`${styles.input} ${styles.area}`}
            />
            <Notes description={description} error={error} />
        </AriaTextField>
    )
}

interface SelectProps<T extends string> extends Common {
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
}: SelectProps<T>) {
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
            <AriaButton className={`${styles.input} ${styles.select}`}>
                <SelectValue className={styles.value ?? ''} />
                <ChevronDown aria-hidden size={16} />
            </AriaButton>
            <Notes description={description} error={error} />
            <Options options={options} />
        </AriaSelect>
    )
}

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

/** What is said below a control: what it is for, and why its value is refused. */
export function Notes({ description, error }: { description?: ReactNode; error?: string }) {
    return (
        <>
            {description && (
                <Text slot="description" className={styles.description}>
                    {description}
                </Text>
            )}
            <FieldError className={styles.error ?? ''}>{error}</FieldError>
        </>
    )
}
