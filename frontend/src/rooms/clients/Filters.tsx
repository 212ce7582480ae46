import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react/macro'
import { FilterX } from 'lucide-react'
import { memo, useCallback, useRef } from 'react'
import { useShortcuts } from '@/app/shortcuts'
import { useUser } from '@/app/useUser'
import { Button } from '@/design/Button'
import { Filter, FilterSwitch } from '@/design/Filter'
import { SearchField } from '@/design/SearchField'
import {
    LEAD_SOURCES,
    RISK_PROFILES,
    STAGE_ORDER,
    STAGES,
    type LeadSource,
    type RiskProfile,
} from '@/i18n/labels'
import styles from './Filters.module.css'
import { usePeople } from './people'
import type { BoardSearch, ClientsSearch } from './search'
import { StageDot } from './StageLabel'
import { seesOthersClients } from './useView'
import { useSearchText } from './useSearchText'

type Filtered = BoardSearch & Pick<ClientsSearch, 'stage' | 'archived'>

interface Props {
    search: Filtered
    change: (part: Partial<Filtered>, how?: { replace?: boolean }) => void
    /** False on the board, where stages are columns already and nobody is archived. */
    hasStage?: boolean
    /** The arrow down in the search box goes on to what was found. */
    onDown?: () => void
}

export const isFiltered = ({ q, stage, risk, source, owner, archived }: Filtered) =>
    [q, stage, risk, source, owner, archived].some((filter) => filter !== undefined)

export const NO_FILTERS = {
    q: undefined,
    stage: undefined,
    risk: undefined,
    source: undefined,
    owner: undefined,
    archived: undefined,
} as const

/** Text and filters that narrow the clients shown. They stay as they are while the clients change. */
export const Filters = memo(function Filters({ search, change, hasStage = true, onDown }: Props) {
    const { t } = useLingui()
    const { role } = useUser()
    const people = usePeople()
    const options = <T extends string>(labels: Record<T, MessageDescriptor>) =>
        (Object.keys(labels) as T[]).map((value) => ({ value, label: t(labels[value]) }))
    const owners = [...(people?.values() ?? [])]
        .map(({ id, name }) => ({ value: id, label: name }))
        .sort((a, b) => a.label.localeCompare(b.label))

    return (
        <div className={styles.filters} role="search" aria-label={t`Buscar y filtrar clientes`}>
            <Text q={search.q} change={change} onDown={onDown} />
            {hasStage && (
                <Filter
                    label={t`Etapa`}
                    options={STAGE_ORDER.map((value) => ({
                        value,
                        label: t(STAGES[value]),
                        icon: <StageDot stage={value} />,
                    }))}
                    value={search.stage ?? []}
                    onChange={(stage) => change({ stage })}
                />
            )}
            <Filter<RiskProfile>
                label={t`Riesgo`}
                options={options(RISK_PROFILES)}
                value={search.risk ?? []}
                onChange={(risk) => change({ risk })}
            />
            <Filter<LeadSource>
                label={t`Origen`}
                options={options(LEAD_SOURCES)}
                value={search.source ?? []}
                onChange={(source) => change({ source })}
            />
            {seesOthersClients(role) && (
                <Filter
                    label={t`Asesor`}
                    options={owners}
                    value={search.owner ?? []}
                    onChange={(owner) => change({ owner })}
                />
            )}
            {hasStage && (
                <FilterSwitch
                    isOn={search.archived === true}
                    onChange={(isOn) => change({ archived: isOn || undefined })}
                >
                    {t`Archivados`}
                </FilterSwitch>
            )}
            {isFiltered(search) && (
                <Button variant="ghost" icon={<FilterX aria-hidden />} onPress={() => change(NO_FILTERS)}>
                    {t`Limpiar`}
                </Button>
            )}
        </div>
    )
})

/** Apart from the filters, which need not follow each letter; "/" leads here. */
function Text({ q, change, onDown }: { q: string | undefined } & Pick<Props, 'change' | 'onDown'>) {
    const { t } = useLingui()
    const input = useRef<HTMLInputElement>(null)
    const tell = useCallback((text: string) => change({ q: text }, { replace: true }), [change])
    const [text, setText] = useSearchText(q, tell)
    useShortcuts({ '/': () => input.current?.select() })
    return (
        <SearchField
            label={t`Buscar por nombre, correo o teléfono`}
            placeholder={t`Nombre, correo o teléfono`}
            shortcut="/"
            inputRef={input}
            value={text}
            onChange={setText}
            onKeyDown={(event) => {
                if (event.key === 'ArrowDown') onDown?.()
                else event.continuePropagation()
            }}
            maxLength={100}
        />
    )
}
