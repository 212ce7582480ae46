import { useLingui } from '@lingui/react/macro'
import { Check, ChevronDown } from 'lucide-react'
import {
    Button,
    DialogTrigger,
    ListBox,
    ListBoxItem,
    Popover,
    ToggleButton,
    type Selection,
} from 'react-aria-components'
import fields from './Field.module.css'
import styles from './Filter.module.css'
import type { Option } from './Options'

interface Props<T extends string> {
    label: string
    options: Option<T>[]
    /** In no particular order; empty means all. */
    value: readonly T[]
    onChange: (value: T[]) => void
}

/** Narrows a list to any of some values; says which without being opened. */
export function Filter<T extends string>({ label, options, value, onChange }: Props<T>) {
    const { t } = useLingui()
    const chosen = options.filter((option) => value.includes(option.value))
    const count = value.length
    const what = count === 1 ? chosen[0]?.label : t`${count} elegidos`
    const change = (selection: Selection) =>
        onChange(
            options
                .map((option) => option.value)
                .filter((option) => selection === 'all' || selection.has(option)),
        )
    return (
        <DialogTrigger>
            <Button className={`${styles.filter} ${count > 0 ? styles.active : ''}`}>
                <span>
                    {label}
                    {count > 0 && ':'}
                </span>
                {count > 0 && <span className={styles.what}>{what}</span>}
                <ChevronDown aria-hidden size={14} />
            </Button>
            <Popover
                aria-label={label}
                className={`${fields.popover} ${styles.popover}`}
                offset={4}
                placement="bottom start"
            >
                <ListBox
                    aria-label={label}
                    items={options}
                    selectionMode="multiple"
                    selectedKeys={value}
                    onSelectionChange={change}
                    autoFocus
                    escapeKeyBehavior="none"
                    className={`${fields.list} ${styles.options}`}
                >
                    {(option) => (
                        <ListBoxItem
                            id={option.value}
                            textValue={option.label}
                            className={fields.option ?? ''}
                        >
                            {({ isSelected }) => (
                                <>
                                    <span className={styles.box} data-selected={isSelected || undefined}>
                                        {isSelected && <Check aria-hidden size={12} strokeWidth={3} />}
                                    </span>
                                    {option.icon}
                                    <span className={fields.grow}>{option.label}</span>
                                </>
                            )}
                        </ListBoxItem>
                    )}
                </ListBox>
                {count > 0 && (
                    <Button className={styles.clear ?? ''} onPress={() => onChange([])}>
                        {t`Quitar este filtro`}
                    </Button>
                )}
            </Popover>
        </DialogTrigger>
    )
}

/** Shows another set in place of the usual one. */
export function FilterSwitch({
    isOn,
    onChange,
    children,
}: {
    isOn: boolean
    onChange: (isOn: boolean) => void
    children: string
}) {
    return (
        <ToggleButton
            isSelected={isOn}
            onChange={onChange}
            className={`${styles.filter} ${styles.switch} ${isOn ? styles.active : ''}`}
        >
            {children}
            {isOn && <Check aria-hidden size={14} />}
        </ToggleButton>
    )
}
