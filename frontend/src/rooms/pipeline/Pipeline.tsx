import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { SearchX, UserRoundPlus } from 'lucide-react'
import { useCallback, useDeferredValue, useMemo } from 'react'
import { Page } from '@/app/Page'
import { useMayChangeClients, useUser } from '@/app/useUser'
import { Badge } from '@/design/Badge'
import { Button, buttonClass } from '@/design/Button'
import { EmptyState, ErrorState } from '@/design/States'
import { useFormats } from '@/i18n/formats'
import { Filters, isFiltered, NO_FILTERS } from '@/rooms/clients/Filters'
import { usePeople } from '@/rooms/clients/people'
import { boardQuery } from '@/rooms/clients/queries'
import { filtersInShort, type BoardSearch } from '@/rooms/clients/search'
import { seesOthersClients } from '@/rooms/clients/useView'
import { Board } from './Board'
import { BoardSkeleton } from './BoardSkeleton'

const route = getRouteApi('/app/pipeline')

/** The pipeline: every client in the stage where it stands. */
export function Pipeline() {
    const { t } = useLingui()
    const { number } = useFormats()
    const search = route.useSearch()
    const navigate = useNavigate()
    const board = useQuery(boardQuery(search))
    // A thousand cards are drawn between two keys, not in place of the second.
    const shown = useDeferredValue(board.data)
    const owners = useOwners()
    const total = board.data?.columns.reduce((sum, column) => sum + column.total, 0)
    const filter = useCallback(
        (change: Partial<BoardSearch>) =>
            void navigate({
                to: '/pipeline',
                search: (before) => filtersInShort({ ...before, ...change }),
                replace: true,
            }),
        [navigate],
    )

    return (
        <Page title={t`Pipeline`} aside={total !== undefined && <Badge>{number(total)}</Badge>} isFull isWide>
            <Filters search={search} change={filter} hasStage={false} />
            {board.isPending ? (
                <BoardSkeleton />
            ) : board.isError ? (
                <ErrorState level={2} error={board.error} retry={() => void board.refetch()} />
            ) : total === 0 ? (
                <Nobody isFiltered={isFiltered(search)} onReset={() => filter(NO_FILTERS)} />
            ) : (
                <Board board={shown ?? board.data} search={search} owners={owners} />
            )}
        </Page>
    )
}

/** Who can own what is shown, where that is more than oneself. */
function useOwners() {
    const { role } = useUser()
    const people = usePeople()
    return useMemo(
        () =>
            seesOthersClients(role) && people
                ? new Map([...people].map(([id, { name }]) => [id, name]))
                : undefined,
        [role, people],
    )
}

function Nobody({ isFiltered, onReset }: { isFiltered: boolean; onReset: () => void }) {
    const { t } = useLingui()
    const mayChange = useMayChangeClients()
    return isFiltered ? (
        <EmptyState
            level={2}
            icon={<SearchX aria-hidden />}
            title={t`Ningún cliente coincide`}
            action={
                <Button onPress={onReset}>
                    <Trans>Quitar filtros</Trans>
                </Button>
            }
        >
            <Trans>Probá con otra búsqueda o con menos filtros.</Trans>
        </EmptyState>
    ) : (
        <EmptyState
            level={2}
            icon={<UserRoundPlus aria-hidden />}
            title={t`Todavía no hay clientes`}
            action={
                mayChange && (
                    <Link to="/clients" search={{ panel: 'new' }} className={buttonClass('primary')}>
                        <Trans>Agregar un cliente</Trans>
                    </Link>
                )
            }
        >
            <Trans>El primero aparece acá en la etapa Prospecto.</Trans>
        </EmptyState>
    )
}
