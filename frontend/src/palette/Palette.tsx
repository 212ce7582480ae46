import { useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Archive, Keyboard, Plus, Search, UserRound } from 'lucide-react'
import { useDeferredValue, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import {
    Autocomplete,
    Dialog,
    Header,
    Input,
    Menu,
    MenuItem,
    MenuSection,
    Modal,
    ModalOverlay,
    SearchField,
} from 'react-aria-components'
import { answer, api } from '@/api/client'
import { placesFor } from '@/app/places'
import { useShellActions } from '@/app/shell-actions'
import { useMayChangeClients, useUser } from '@/app/useUser'
import { Avatar } from '@/design/Avatar'
import { Kbd } from '@/design/Kbd'
import { StageLabel } from '@/rooms/clients/StageLabel'
import styles from './Palette.module.css'

const FOUND = 8
const HIGHLIGHTED = '[role=menuitem][data-focused]'

const searchQuery = (q: string) => ({
    queryKey: ['clients', 'palette', q],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
        answer(
            api.GET('/api/v1/clients', {
                params: { query: { q, limit: FOUND, sort: '-updatedAt' } },
                signal,
            }),
        ),
    placeholderData: keepPreviousData,
})

interface Command {
    id: string
    label: string
    icon: ReactNode
    keys?: string
    run: () => void
}

/** Finds clients and goes anywhere, without the mouse. */
export function Palette({ onClose }: { onClose: () => void }) {
    const { t } = useLingui()
    const [text, setText] = useState('')
    const query = useDeferredValue(text.trim())
    const { data: found } = useQuery(searchQuery(query))
    const commands = useCommands().filter(({ label }) => matches(label, query))
    const navigate = useNavigate()
    const isEmpty = commands.length === 0 && (found?.items.length ?? 0) === 0
    const input = useRef<HTMLInputElement>(null)
    const results = [...(found?.items ?? []), ...commands].map(({ id }) => id)
    useHighlight(input, text, results.join(' '))

    const run = (action: () => void) => {
        onClose()
        action()
    }

    return (
        <ModalOverlay
            isOpen
            isDismissable
            onOpenChange={(open) => !open && onClose()}
            className={styles.overlay ?? ''}
        >
            <Modal className={styles.modal ?? ''}>
                <Dialog aria-label={t`Buscar o ir a…`} className={styles.dialog ?? ''}>
                    <Autocomplete inputValue={text} onInputChange={setText}>
                        <SearchField
                            aria-label={t`Buscar clientes, páginas y acciones`}
                            autoFocus
                            className={styles.search ?? ''}
                        >
                            <Search aria-hidden size={18} />
                            <Input
                                ref={input}
                                placeholder={t`Buscar clientes, páginas y acciones`}
                                // React Aria goes on pointing at what was the first result.
                                aria-activedescendant={isEmpty ? '' : undefined}
                                className={styles.input ?? ''}
                            />
                        </SearchField>
                        <Menu
                            aria-label={t`Resultados`}
                            className={styles.results ?? ''}
                            renderEmptyState={() => (
                                <p className={styles.empty}>{t`Nada coincide con «${query}»`}</p>
                            )}
                        >
                            {(found?.items.length ?? 0) > 0 && (
                                <MenuSection>
                                    <Header className={styles.header}>
                                        {query ? t`Clientes` : t`Clientes recientes`}
                                    </Header>
                                    {found?.items.map((client) => (
                                        <MenuItem
                                            key={client.id}
                                            id={client.id}
                                            textValue={`${client.firstName} ${client.lastName}`}
                                            className={styles.item ?? ''}
                                            onAction={() =>
                                                run(
                                                    () =>
                                                        void navigate({
                                                            to: '/clients/$clientId',
                                                            params: { clientId: client.id },
                                                        }),
                                                )
                                            }
                                        >
                                            <Avatar
                                                name={`${client.firstName} ${client.lastName}`}
                                                size="sm"
                                            />
                                            <span
                                                className={styles.label}
                                            >{`${client.firstName} ${client.lastName}`}</span>
                                            <span className={styles.aside}>
                                                <StageLabel stage={client.stage} />
                                            </span>
                                        </MenuItem>
                                    ))}
                                </MenuSection>
                            )}
                            {commands.length > 0 && (
                                <MenuSection>
                                    <Header className={styles.header}>{t`Ir a`}</Header>
                                    {commands.map(({ id, label, icon, keys, run: action }) => (
                                        <MenuItem
                                            key={id}
                                            id={id}
                                            textValue={label}
                                            className={styles.item ?? ''}
                                            onAction={() => run(action)}
                                        >
                                            <span className={styles.icon}>{icon}</span>
                                            <span className={styles.label}>{label}</span>
                                            {keys && <Kbd keys={keys} />}
                                        </MenuItem>
                                    ))}
                                </MenuSection>
                            )}
                        </Menu>
                    </Autocomplete>
                </Dialog>
            </Modal>
        </ModalOverlay>
    )
}

/**
 * Keeps one result highlighted, so that Enter always does something. React Aria highlights the first result of a text that
 * grows, takes the highlight away when letters are deleted, and loses it with the result that had it.
 */
function useHighlight(input: RefObject<HTMLInputElement | null>, text: string, results: string) {
    useEffect(() => {
        // React Aria draws a changed collection in a second pass.
        const frame = requestAnimationFrame(() => {
            const isHighlighted = input.current?.closest('[role=dialog]')?.querySelector(HIGHLIGHTED)
            // The Home key leads to the first result.
            if (!isHighlighted)
                input.current?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }))
        })
        return () => cancelAnimationFrame(frame)
    }, [input, text, results])
}

function useCommands(): Command[] {
    const { t } = useLingui()
    const navigate = useNavigate()
    const { role } = useUser()
    const mayChange = useMayChangeClients()
    const { openShortcuts } = useShellActions()
    return [
        ...placesFor(role).map(({ to, label, icon: Icon, key }) => ({
            id: to,
            label: t(label),
            icon: <Icon aria-hidden size={16} />,
            keys: `g ${key}`,
            run: () => void navigate({ to }),
        })),
        {
            id: 'archived',
            label: t`Clientes archivados`,
            icon: <Archive aria-hidden size={16} />,
            run: () => void navigate({ to: '/clients', search: { archived: true } }),
        },
        {
            id: 'profile',
            label: t`Perfil`,
            icon: <UserRound aria-hidden size={16} />,
            keys: 'g a',
            run: () => void navigate({ to: '/profile' }),
        },
        ...(mayChange
            ? [
                  {
                      id: 'new-client',
                      label: t`Cliente nuevo`,
                      icon: <Plus aria-hidden size={16} />,
                      keys: 'c',
                      run: () => void navigate({ to: '/clients', search: { panel: 'new' } }),
                  },
              ]
            : []),
        {
            id: 'shortcuts',
            label: t`Atajos de teclado`,
            icon: <Keyboard aria-hidden size={16} />,
            keys: '?',
            run: openShortcuts,
        },
    ]
}

/** Whatever the case and the accents. */
function matches(label: string, query: string) {
    return plain(label).includes(plain(query))
}

function plain(text: string) {
    return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
