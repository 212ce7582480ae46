import {
    FieldError,
    Input,
    Label,
    Text,
    TextArea as AriaTextArea,
    TextField as AriaTextField,
    type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import type { ReactNode, Ref } from 'react'
import styles from './Field.module.css'

export interface FieldProps {
    label: ReactNode
    description?: ReactNode
    /** Why the value is refused; shown below the control and read with it. */
    error?: string
}

interface TextFieldProps extends FieldProps, Omit<AriaTextFieldProps, 'children' | 'className' | 'style'> {
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

interface TextAreaProps extends FieldProps, Omit<AriaTextFieldProps, 'children' | 'className' | 'style'> {
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
