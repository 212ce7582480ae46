import { Trans, useLingui } from '@lingui/react/macro'
import { SlidersHorizontal } from 'lucide-react'
import { Button as AriaButton, DialogTrigger, Popover } from 'react-aria-components'
import { useUser } from '@/app/useUser'
import { buttonClass, Button } from '@/design/Button'
import { Checkbox } from '@/design/Checkbox'
import { Select } from '@/design/Select'
import { useColumnNames } from './columns'
import { COLUMNS, type ClientsSearch, type Column, type Sort } from './search'
import { defaultColumns, DEFAULT_SORT, seesOthersClients, type ChangeView } from './useView'
import styles from './ViewOptions.module.css'

interface Props {
    search: ClientsSearch
    change: ChangeView
    /** Cards have no columns. */
    hasColumns: boolean
}

/** In which order, and with which columns. */
export function ViewOptions({ search, change, hasColumns }: Props) {
    const { t } = useLingui()
    const { role } = useUser()
    const names = useColumnNames()
    const shown = search.columns ?? defaultColumns(role)
    const toggle = (column: Column, on: boolean) =>
        change({ columns: COLUMNS.filter((known) => (known === column ? on : shown.includes(known))) })
    const sorts: Record<Sort, string> = {
        '-createdAt': t`Alta, los últimos primero`,
        createdAt: t`Alta, los primeros primero`,
        '-updatedAt': t`Cambio, el último primero`,
        updatedAt: t`Cambio, el más viejo primero`,
        lastName: t`Apellido, A a Z`,
        '-lastName': t`Apellido, Z a A`,
        stageSince: t`Más tiempo en la etapa`,
        '-stageSince': t`Menos tiempo en la etapa`,
    }
    return (
        <DialogTrigger>
            <AriaButton className={buttonClass()}>
                <SlidersHorizontal aria-hidden />
                <span className={styles.label}>
                    <Trans>Vista</Trans>
                </span>
            </AriaButton>
            <Popover aria-label={t`Vista`} className={styles.popover ?? ''} placement="bottom end" offset={4}>
                <Select<Sort>
                    label={t`Orden`}
                    value={search.sort ?? DEFAULT_SORT}
                    onChange={(sort) => change({ sort })}
                    options={(Object.keys(sorts) as Sort[]).map((value) => ({
                        value,
                        label: sorts[value],
                    }))}
                />
                {hasColumns && (
                    <fieldset className={styles.columns}>
                        <legend className={styles.legend}>
                            <Trans>Columnas</Trans>
                        </legend>
                        {COLUMNS.filter((column) => column !== 'owner' || seesOthersClients(role)).map(
                            (column) => (
                                <Checkbox
                                    key={column}
                                    isSelected={shown.includes(column)}
                                    onChange={(on) => toggle(column, on)}
                                >
                                    {names[column]}
                                </Checkbox>
                            ),
                        )}
                    </fieldset>
                )}
                {(search.sort !== undefined || search.columns !== undefined) && (
                    <Button variant="ghost" onPress={() => change({ sort: undefined, columns: undefined })}>
                        <Trans>Volver a la vista inicial</Trans>
                    </Button>
                )}
            </Popover>
        </DialogTrigger>
    )
}
