import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import {
    Archive,
    ArchiveRestore,
    ArrowRightLeft,
    ExternalLink,
    Pencil,
    Plus,
    SearchX,
    Users,
} from 'lucide-react'
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Page } from '@/app/Page'
import { useMayChangeClients } from '@/app/useUser'
import { Button, buttonClass } from '@/design/Button'
import { MenuAt, type MenuAction } from '@/design/Menu'
import { NewsButton } from '@/design/NewsButton'
import { EmptyState, ErrorState, Loading, Skeleton } from '@/design/States'
import { useMediaQuery } from '@/design/useMediaQuery'
import { ClientPanel, useFormAtHand } from './ClientPanel'
import { CARDS, ClientTable, type TableHandle } from './ClientTable'
import styles from './ClientTable.module.css'
import { clientUrl, fullName } from './columns'
import { Filters, isFiltered, NO_FILTERS } from './Filters'
import { usePlaces } from './pages'
import { clientQuery, listFilter, type Client } from './queries'
import { TransferDialog, useMayTransfer } from './Transfer'
import { useArchive, useRestore } from './useArchive'
import { useFlashes } from './useFlashes'
import { useNewRows } from './useNewRows'
import { useView } from './useView'
import { ViewOptions } from './ViewOptions'

const FOCUS_SETTLES = 50

/** Every client in the viewer's sight: found, filtered, sorted, opened, created, changed and archived. */
export function Clients() {
    const { t } = useLingui()
    const { search, change } = useView()
    const mayChange = useMayChangeClients()
    const { q, stage, risk, source, owner, archived, sort, panel } = search
    const wanted = useMemo(
        () => listFilter({ q, stage, risk, source, owner, archived, sort }),
        [q, stage, risk, source, owner, archived, sort],
    )
    // A filter or a header answers the click at once; a table full of new rows takes longer than a frame.
    const list = useDeferredValue(wanted)
    const places = usePlaces(list)
    const { follow, waiting, show } = useNewRows(list)
    const changed = useFlashes(follow)
    const table = useRef<TableHandle>(null)
    const goToTable = useCallback(() => table.current?.focus(0), [])
    const isCard = useMediaQuery(CARDS)
    useFormAtHand()
    useFocusAfterPanel(panel, table)
    const { open, openMenu, menu, dialog } = useRowActions(table, (id) => change({ panel: id }))
    const { first, total } = places
    const showNews = async () => {
        await show()
        table.current?.focus(0)
    }

    return (
        <Page
            title={t`Clientes`}
            isFull
            aside={
                <p role="status" className={styles.total}>
                    {first.data && !first.isPlaceholderData && (
                        <Plural value={total} one="# cliente" other="# clientes" />
                    )}
                </p>
            }
            actions={
                <>
                    <ViewOptions search={search} change={change} hasColumns={!isCard} />
                    {mayChange && <NewButton isShort={isCard} onPress={() => change({ panel: 'new' })} />}
                </>
            }
        >
            <Filters search={search} change={change} onDown={goToTable} />
            {first.isPending ? (
                <Skeletons />
            ) : first.isError ? (
                <div className={styles.state}>
                    <ErrorState error={first.error} retry={() => void first.refetch()} />
                </div>
            ) : total === 0 ? (
                <div className={styles.state}>
                    {isFiltered({ ...search, archived: undefined }) ? (
                        <EmptyState
                            icon={<SearchX aria-hidden />}
                            title={t`Nadie coincide con lo que buscás`}
                            action={
                                <Button onPress={() => change(NO_FILTERS)}>
                                    <Trans>Limpiar búsqueda y filtros</Trans>
                                </Button>
                            }
                        >
                            <Trans>Probá con menos filtros o con otra parte del nombre.</Trans>
                        </EmptyState>
                    ) : archived ? (
                        <EmptyState icon={<Archive aria-hidden />} title={t`Nadie está archivado`}>
                            <Trans>Acá aparece quien archives, y se puede restaurar.</Trans>
                        </EmptyState>
                    ) : (
                        <EmptyState icon={<Users aria-hidden />} title={t`Todavía no hay clientes`}>
                            {mayChange && <Trans>Cargá el primero con «Cliente nuevo».</Trans>}
                        </EmptyState>
                    )}
                </div>
            ) : (
                <ClientTable
                    news={<NewsButton count={waiting} onPress={() => void showNews()} />}
                    list={list}
                    places={places}
                    search={search}
                    change={change}
                    onOpen={open}
                    onMenu={mayChange ? openMenu : undefined}
                    changed={changed}
                    handle={table}
                />
            )}
            {menu}
            {dialog}
            {panel !== undefined && mayChange && (
                <ClientPanel key={panel} clientId={panel} onClose={() => change({ panel: undefined })} />
            )}
        </Page>
    )
}

function NewButton({ isShort, onPress }: { isShort: boolean; onPress: () => void }) {
    const { t } = useLingui()
    return isShort ? (
        <AriaButton className={buttonClass('primary')} aria-label={t`Cliente nuevo`} onPress={onPress}>
            <Plus aria-hidden />
        </AriaButton>
    ) : (
        <Button variant="primary" icon={<Plus aria-hidden />} onPress={onPress}>
            <Trans>Cliente nuevo</Trans>
        </Button>
    )
}

/** After what held the focus has gone, and React Aria found nothing to give it back to. */
function keepFocus(focus: () => void) {
    setTimeout(() => {
        if (document.activeElement === document.body) focus()
    }, FOCUS_SETTLES)
}

/** Whoever edited a client goes on at its row: the menu that led to the panel is no longer there. */
function useFocusAfterPanel(panel: string | undefined, table: RefObject<TableHandle | null>) {
    const before = useRef(panel)
    useEffect(() => {
        const closed = before.current
        before.current = panel
        if (closed === undefined || panel !== undefined) return
        keepFocus(() => {
            const index = table.current?.indexOf(closed) ?? -1
            if (index >= 0) table.current?.focus(index)
        })
    }, [panel, table])
}

/** Opens a client, and the one menu that all rows share. */
function useRowActions(table: RefObject<TableHandle | null>, edit: (id: string) => void) {
    const { t } = useLingui()
    const queries = useQueryClient()
    const navigate = useNavigate()
    const archive = useArchive()
    const restore = useRestore()
    const mayTransfer = useMayTransfer()
    const [transferred, transfer] = useState<Client>()
    const button = useRef<HTMLElement>(null)
    const [client, setClient] = useState<Client>()

    const open = (opened: Client, newTab = false) => {
        if (newTab) {
            window.open(clientUrl(opened))
            return
        }
        // What the list knows is shown at once; the page asks for the rest, and for this again.
        queries.setQueryData(clientQuery(opened.id).queryKey, (known) => known ?? opened, { updatedAt: 0 })
        void navigate({ to: '/clients/$clientId', params: { clientId: opened.id } })
    }

    const openMenu = (asked: Client, at: HTMLElement) => {
        button.current = at
        setClient(asked)
    }

    /** After the row has gone, the keyboard goes on at the one that took its place. */
    const leaveRow = (gone: Client, act: (client: Client) => unknown) => {
        const index = table.current?.indexOf(gone.id) ?? -1
        void act(gone)
        keepFocus(() => table.current?.focus(index))
    }
    const ofActive = (client: Client): MenuAction[] => [
        {
            id: 'edit',
            label: t`Editar`,
            icon: <Pencil aria-hidden />,
            onAction: () => edit(client.id),
        },
        ...(mayTransfer
            ? [
                  {
                      id: 'transfer',
                      label: t`Pasar a otro asesor…`,
                      icon: <ArrowRightLeft aria-hidden />,
                      onAction: () => transfer(client),
                  },
              ]
            : []),
        {
            id: 'archive',
            label: t`Archivar`,
            icon: <Archive aria-hidden />,
            isDangerous: true,
            startsGroup: true,
            onAction: () => leaveRow(client, archive),
        },
    ]
    const ofArchived = (client: Client): MenuAction[] => [
        {
            id: 'restore',
            label: t`Restaurar`,
            icon: <ArchiveRestore aria-hidden />,
            onAction: () => leaveRow(client, restore),
        },
    ]
    const dialog = transferred && <TransferDialog client={transferred} onClose={() => transfer(undefined)} />

    const menu = client && (
        <MenuAt
            trigger={button}
            onClose={() => setClient(undefined)}
            label={t`Acciones de ${fullName(client)}`}
            actions={[
                {
                    id: 'open',
                    label: t`Abrir`,
                    icon: <ExternalLink aria-hidden />,
                    onAction: () => open(client),
                },
                ...(client.archivedAt ? ofArchived(client) : ofActive(client)),
            ]}
        />
    )
    return { open, openMenu, menu, dialog }
}

function Skeletons() {
    return (
        <div className={styles.state}>
            <Loading>
                <div className={styles.skeletonHeader} />
                {Array.from({ length: 12 }, (_, row) => (
                    <div key={row} className={styles.skeleton}>
                        <Skeleton width="1.5rem" height="1.5rem" />
                        <Skeleton width="12rem" height="0.875rem" />
                        <Skeleton height="0.875rem" />
                    </div>
                ))}
            </Loading>
        </div>
    )
}
