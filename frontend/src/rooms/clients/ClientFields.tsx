import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Controller, useWatch, type FieldPathByValue, type UseFormReturn } from 'react-hook-form'
import { useUser } from '@/app/useUser'
import { TextArea, TextField } from '@/design/Field'
import { Select } from '@/design/Select'
import type { Option } from '@/design/Options'
import {
    LEAD_SOURCES,
    RISK_PROFILES,
    STAGE_ORDER,
    STAGES,
    type LeadSource,
    type RiskProfile,
} from '@/i18n/labels'
import { AmountField } from './AmountField'
import styles from './ClientForm.module.css'
import { ClientPicker } from './ClientPicker'
import { CURRENCIES, NONE, type ClientValues } from './clientValues'
import { useFieldNames } from './fieldNames'
import { useOwners } from './people'
import type { Client } from './queries'
import { StageDot } from './StageLabel'

type Form = UseFormReturn<ClientValues>
/** What must be known first, and then what may be. */
export function ClientFields({ form, client }: { form: Form; client?: Client }) {
    const { t } = useLingui()
    const names = useFieldNames()
    const currency = useWatch({ control: form.control, name: 'currency' })
    const currencies = CURRENCIES.includes(currency) ? CURRENCIES : [...CURRENCIES, currency]
    return (
        <>
            <div className={styles.pair}>
                <TextOf form={form} name="firstName" label={names.firstName} isRequired autoFocus />
                <TextOf form={form} name="lastName" label={names.lastName} isRequired />
            </div>
            <TextOf form={form} name="email" label={names.email} type="email" />
            <TextOf form={form} name="phone" label={names.phone} type="tel" />
            {!client && <OwnerField form={form} />}
            <div className={styles.pair}>
                <ChoiceOf
                    form={form}
                    name="riskProfile"
                    label={names.riskProfile}
                    options={(Object.keys(RISK_PROFILES) as RiskProfile[]).map((value) => ({
                        value,
                        label: t(RISK_PROFILES[value]),
                    }))}
                />
                {!client && (
                    <ChoiceOf
                        form={form}
                        name="stage"
                        label={names.stage}
                        options={STAGE_ORDER.map((value) => ({
                            value,
                            label: t(STAGES[value]),
                            icon: <StageDot stage={value} />,
                        }))}
                    />
                )}
            </div>
            <div className={styles.pair}>
                <ChoiceOf
                    form={form}
                    name="leadSource"
                    label={names.leadSource}
                    options={[
                        { value: NONE, label: t`Sin indicar` },
                        ...(Object.keys(LEAD_SOURCES) as LeadSource[]).map((value) => ({
                            value,
                            label: t(LEAD_SOURCES[value]),
                        })),
                    ]}
                />
                <Controller
                    control={form.control}
                    name="referredByClientId"
                    render={({ field, fieldState }) => (
                        <ClientPicker
                            label={names.referredByClientId}
                            value={field.value}
                            onChange={field.onChange}
                            except={client?.id}
                            error={fieldState.error?.message}
                        />
                    )}
                />
            </div>
            <div className={styles.money}>
                <Controller
                    control={form.control}
                    name="savingsCapacity"
                    render={({ field: { ref, ...field }, fieldState }) => (
                        <AmountField
                            {...field}
                            label={names.savingsCapacity}
                            inputRef={ref}
                            currency={currency}
                            onCurrency={(named) => form.setValue('currency', named, { shouldDirty: true })}
                            error={fieldState.error?.message}
                        />
                    )}
                />
                <ChoiceOf
                    form={form}
                    name="currency"
                    label={names.currency}
                    options={currencies.map((value) => ({ value, label: value }))}
                />
            </div>
            <TextOf form={form} name="portfolioName" label={names.portfolioName} />
            <Controller
                control={form.control}
                name="notes"
                render={({ field: { value, onChange, onBlur }, fieldState }) => (
                    <TextArea
                        label={names.notes}
                        value={value}
                        onChange={onChange}
                        onBlur={onBlur}
                        error={fieldState.error?.message}
                    />
                )}
            />
        </>
    )
}

/** Whose the client will be: administrators must say, managers may. */
function OwnerField({ form }: { form: Form }) {
    const user = useUser()
    const names = useFieldNames()
    const owners = useOwners()
    if (user.role !== 'ADMIN' && user.role !== 'MANAGER') return null
    return (
        <Controller
            control={form.control}
            name="ownerId"
            render={({ field, fieldState }) => (
                <Select
                    label={names.ownerId}
                    options={owners}
                    value={field.value || (user.role === 'MANAGER' ? user.id : null)}
                    onChange={field.onChange}
                    onBlur={field.onBlur}
                    isRequired={user.role === 'ADMIN'}
                    error={fieldState.error?.message}
                />
            )}
        />
    )
}

interface TextProps {
    form: Form
    name: Exclude<FieldPathByValue<ClientValues, string>, 'riskProfile' | 'stage' | 'leadSource'>
    label: ReactNode
    type?: 'email' | 'tel'
    isRequired?: boolean
    autoFocus?: boolean
}

function TextOf({ form, name, ...props }: TextProps) {
    return (
        <Controller
            control={form.control}
            name={name}
            render={({ field: { ref, ...field }, fieldState }) => (
                <TextField
                    {...field}
                    {...props}
                    inputRef={ref}
                    autoComplete="off"
                    error={fieldState.error?.message}
                />
            )}
        />
    )
}

interface ChoiceProps<N extends 'riskProfile' | 'stage' | 'leadSource' | 'currency'> {
    form: Form
    name: N
    label: ReactNode
    options: Option<ClientValues[N]>[]
}

function ChoiceOf<N extends 'riskProfile' | 'stage' | 'leadSource' | 'currency'>({
    form,
    name,
    ...props
}: ChoiceProps<N>) {
    return (
        <Controller
            control={form.control}
            name={name}
            render={({ field, fieldState }) => (
                <Select<ClientValues[N]>
                    {...props}
                    value={field.value}
                    onChange={field.onChange}
                    onBlur={field.onBlur}
                    error={fieldState.error?.message}
                />
            )}
        />
    )
}
