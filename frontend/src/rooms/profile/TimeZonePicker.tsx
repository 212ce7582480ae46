import { useLingui } from '@lingui/react/macro'
import { useMemo, useState, type ReactNode } from 'react'
import { ComboBox } from '@/design/ComboBox'
import { browserTimeZone } from '@/i18n/time-zone'

/** As many as one looks through before typing another letter. */
const SHOWN = 50

interface Props {
    label: ReactNode
    description: ReactNode
    /** Null is the browser's. */
    value: string | null
    onChange: (value: string | null) => void
}

/** One of the four hundred zones, looked for by the name of its city or continent. */
export function TimeZonePicker({ label, description, value, onChange }: Props) {
    const { t } = useLingui()
    const zones = useMemo(() => Intl.supportedValuesOf('timeZone').map(asOption), [])
    const name = value === null ? '' : asOption(value).label
    // Undefined until somebody types: then the field shows what is chosen.
    const [typed, setTyped] = useState<string>()
    const wanted = typed?.trim().toLowerCase() ?? ''
    const found = zones.filter((zone) => zone.label.toLowerCase().includes(wanted)).slice(0, SHOWN)
    const browsers = asOption(browserTimeZone()).label

    const choose = (zone: string | null) => {
        setTyped(undefined)
        if (zone !== value) onChange(zone)
    }
    return (
        <ComboBox
            label={label}
            description={description}
            options={found}
            value={value}
            onChange={(zone) => zone !== null && choose(zone)}
            text={typed ?? name}
            onTextChange={(text) => {
                if (text === '') choose(null)
                else setTyped(text === name ? undefined : text)
            }}
            placeholder={t`La del navegador (${browsers})`}
            empty={t`Ninguna zona con ese nombre`}
        />
    )
}

function asOption(value: string) {
    return { value, label: value.replaceAll('_', ' ') }
}
