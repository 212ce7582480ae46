import { useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState, type ReactNode } from 'react'
import { ComboBox } from '@/design/ComboBox'
import { fullName } from './columns'
import { clientQuery, findClientsQuery } from './queries'

interface Props {
    label: ReactNode
    value: string | null
    onChange: (value: string | null) => void
    /** Nobody refers to themselves. */
    except?: string
    error?: string
}

/** One client, looked for by name. */
export function ClientPicker({ label, value, onChange, except, error }: Props) {
    const { t } = useLingui()
    const chosen = useQuery({ ...clientQuery(value ?? ''), enabled: value !== null })
    const name =
        value === null ? '' : chosen.data ? fullName(chosen.data) : chosen.isError ? t`Sin acceso` : ''
    // Undefined until somebody types: then the field shows whoever is chosen.
    const [typed, setTyped] = useState<string>()
    const wanted = useDeferredValue(typed?.trim() ?? '')
    const found = useQuery({ ...findClientsQuery(wanted), placeholderData: keepPreviousData })
    const options = (found.data?.items ?? [])
        .filter(({ id }) => id !== except)
        .map((client) => ({ value: client.id, label: fullName(client) }))

    return (
        <ComboBox
            label={label}
            error={error}
            options={options}
            value={value}
            onChange={(id) => {
                setTyped(undefined)
                onChange(id)
            }}
            text={typed ?? name}
            onTextChange={(text) => {
                setTyped(text === name ? undefined : text)
                if (text === '' && value !== null) onChange(null)
            }}
            placeholder={t`Buscar por nombre`}
            empty={found.isFetching ? t`Buscando…` : t`Nadie con ese nombre`}
        />
    )
}
