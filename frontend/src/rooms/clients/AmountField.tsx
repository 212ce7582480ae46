import { useLingui } from '@lingui/react/macro'
import type { ReactNode, Ref } from 'react'
import { Button } from '@/design/Button'
import { TextField } from '@/design/Field'
import styles from './ClientForm.module.css'
import { readAmount, sayAmount, writeAmount } from './amount'

interface Props {
    label: ReactNode
    value: string
    onChange: (text: string) => void
    onBlur: () => void
    inputRef: Ref<HTMLInputElement>
    /** Where the text names none. */
    currency: string
    onCurrency: (currency: string) => void
    error?: string
}

/** An amount as people write it. Says how it is read, and asks where it can be read in two ways. */
export function AmountField({ currency, onCurrency, value, onChange, onBlur, ...props }: Props) {
    const { t, i18n } = useLingui()
    const readings = readAmount(value, i18n.locale)
    const [reading] = readings
    const say = (amount: string) => sayAmount(amount, reading?.currency ?? currency, i18n.locale)
    const isInDoubt = readings.length > 1
    const question = t`¿Cuál de los dos montos es?`

    const change = (text: string) => {
        onChange(text)
        const named = readAmount(text, i18n.locale)[0]?.currency
        if (named && named !== currency) onCurrency(named)
    }
    // From then on the choice beside the field says the currency.
    const leave = () => {
        if (reading?.currency && !isInDoubt) onChange(writeAmount(reading.amount, i18n.locale))
        onBlur()
    }
    return (
        <div className={styles.amount}>
            <TextField
                {...props}
                value={value}
                onChange={change}
                onBlur={leave}
                inputMode="decimal"
                autoComplete="off"
                // There from the beginning, or React Aria would not tie it to the field.
                description={
                    <span aria-live="polite">{reading && !isInDoubt && `= ${say(reading.amount)}`}</span>
                }
            />
            <div aria-live="polite">
                {isInDoubt && (
                    <div role="group" aria-label={question} className={styles.doubt}>
                        {question}
                        {readings.map(({ amount }) => (
                            <Button key={amount} onPress={() => onChange(writeAmount(amount, i18n.locale))}>
                                {say(amount)}
                            </Button>
                        ))}
                    </div>
                )}
            </div>
        </div>
    )
}
