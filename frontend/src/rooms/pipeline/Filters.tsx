import { Trans, useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useShortcuts } from '@/app/shortcuts'
import { Button } from '@/design/Button'
import { Filter } from '@/design/Filter'
import { SearchField } from '@/design/SearchField'
import { LEAD_SOURCES, RISK_PROFILES, type LeadSource, type RiskProfile } from '@/i18n/labels'
import type { BoardSearch } from '@/rooms/clients/search'
import styles from './Filters.module.css'

/** The pause in typing after which is searched. */
const PAUSE = 200

interface FiltersProps {
    search: BoardSearch
    /** Names by id; without them there is nobody to choose among. */
    owners: Map<string, string> | undefined
    onChange: (change: Partial<BoardSearch>) => void
}

export function isFiltered({ q, risk, source, owner }: BoardSearch) {
    return [q, risk, source, owner].some((value) => value !== undefined)
}

export const NO_FILTER = { q: undefined, risk: undefined, source: undefined, owner: undefined }

/** Which clients the board shows. */
export function Filters({ search, owners, onChange }: FiltersProps) {
    const { t } = useLingui()
    const risks = Object.entries(RISK_PROFILES).map(([value, label]) => ({
        value: value as RiskProfile,
        label: t(label),
    }))
    const sources = Object.entries(LEAD_SOURCES).map(([value, label]) => ({
        value: value as LeadSource,
        label: t(label),
    }))
    return (
        <div role="search" aria-label={t`Filtrar el pipeline`} className={styles.filters}>
            <SearchText text={search.q ?? ''} onSearch={(q) => onChange({ q: q || undefined })} />
            <Filter
                label={t`Riesgo`}
                options={risks}
                value={search.risk ?? []}
                onChange={(risk) => onChange({ risk: any(risk) })}
            />
            <Filter
                label={t`Origen`}
                options={sources}
                value={search.source ?? []}
                onChange={(source) => onChange({ source: any(source) })}
            />
            {owners && (
                <Filter
                    label={t`Asesor`}
                    options={[...owners].map(([value, label]) => ({ value, label }))}
                    value={search.owner ?? []}
                    onChange={(owner) => onChange({ owner: any(owner) })}
                />
            )}
            {isFiltered(search) && (
                <Button variant="ghost" icon={<X aria-hidden />} onPress={() => onChange(NO_FILTER)}>
                    <Trans>Quitar filtros</Trans>
                </Button>
            )}
        </div>
    )
}

/** None chosen is no filter, and no part of the address. */
function any<T>(values: T[]) {
    return values.length > 0 ? values : undefined
}

function SearchText({ text, onSearch }: { text: string; onSearch: (text: string) => void }) {
    const { t } = useLingui()
    const input = useRef<HTMLInputElement>(null)
    const [typed, setTyped] = useState(text)
    const [known, setKnown] = useState(text)
    const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
    useShortcuts({ '/': () => input.current?.focus() })
    useEffect(() => () => clearTimeout(timer.current), [])
    // The address changed by other means, such as the browser's back.
    if (known !== text) {
        setKnown(text)
        if (text !== typed.trim()) setTyped(text)
    }

    const type = (value: string) => {
        setTyped(value)
        clearTimeout(timer.current)
        timer.current = setTimeout(() => onSearch(value.trim()), PAUSE)
    }

    return (
        <SearchField
            label={t`Buscar en el pipeline`}
            shortcut="/"
            value={typed}
            onChange={type}
            maxLength={100}
            inputRef={input}
        />
    )
}
