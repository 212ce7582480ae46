import { ChevronDown } from 'lucide-react'
import { Button, ComboBox as AriaComboBox, Input, Label, type Key } from 'react-aria-components'
import styles from './ComboBox.module.css'
import { Notes, type FieldProps } from './Field'
import fields from './Field.module.css'
import { Options, type Option } from './Options'

interface Props extends FieldProps {
    /** What the text finds; whoever searches decides, nothing is filtered here. */
    options: Option<string>[]
    value: string | null
    onChange: (value: string | null) => void
    text: string
    onTextChange: (text: string) => void
    placeholder?: string
    /** Said when nothing was found. */
    empty: string
}

/** One of so many values that they are looked for by typing. */
export function ComboBox({
    label,
    description,
    error,
    options,
    value,
    onChange,
    text,
    onTextChange,
    placeholder,
    empty,
}: Props) {
    return (
        <AriaComboBox
            items={options}
            value={value}
            onChange={(key: Key | null) => onChange(key === null ? null : String(key))}
            inputValue={text}
            onInputChange={onTextChange}
            allowsEmptyCollection
            menuTrigger="input"
            isInvalid={error !== undefined}
            validationBehavior="aria"
            className={fields.field ?? ''}
        >
            <Label className={fields.label}>{label}</Label>
            <div className={styles.control}>
                <Input placeholder={placeholder} className={`${fields.input} ${styles.input}`} />
                <Button className={styles.open ?? ''}>
                    <ChevronDown aria-hidden size={16} />
                </Button>
            </div>
            <Notes description={description} error={error} />
            <Options empty={<p className={styles.empty}>{empty}</p>} />
        </AriaComboBox>
    )
}
