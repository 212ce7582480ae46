import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Ellipsis, KeyRound, Pause, Pencil, Play, Power, Send, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useProblemText } from '@/api/problem'
import { Button, IconButton } from '@/design/Button'
import { ConfirmDialog } from '@/design/Dialog'
import { Menu, type MenuAction } from '@/design/Menu'
import { toast } from '@/design/toast'
import { sendTest } from './delivery-queries'
import { EndpointPanel } from './EndpointPanel'
import { removeEndpoint, rotateSecret, type Endpoint } from './queries'
import { SecretOnce } from './SecretOnce'
import { useChangeState } from './useChangeState'

/** What can be done with an endpoint. */
export function EndpointActions({ endpoint }: { endpoint: Endpoint }) {
    const { t } = useLingui()
    const navigate = useNavigate()
    const queries = useQueryClient()
    const text = useProblemText()
    const [open, setOpen] = useState<'edit' | 'rotate' | 'remove'>()
    const close = () => setOpen(undefined)
    const change = useChangeState(endpoint)
    const onError = (error: unknown) => toast(text(error), { tone: 'danger' })
    const testing = useMutation({
        mutationFn: () => sendTest(endpoint.id),
        onSuccess: ({ id }) =>
            toast(t`Evento de prueba en camino`, {
                action: {
                    label: t`Ver`,
                    run: () =>
                        void navigate({
                            to: '/webhooks/$endpointId',
                            params: { endpointId: endpoint.id },
                            search: { delivery: id },
                            resetScroll: false,
                        }),
                },
            }),
        onError,
    })
    const rotating = useMutation({ mutationFn: () => rotateSecret(queries, endpoint.id), onError })
    const removing = useMutation({
        mutationFn: () => removeEndpoint(queries, endpoint.id),
        onSuccess: () => {
            toast(t`Endpoint quitado`)
            void navigate({ to: '/webhooks' })
        },
        onError,
    })
    const states: Record<Endpoint['state'], MenuAction[]> = {
        ENABLED: [
            { id: 'pause', label: t`Pausar`, icon: <Pause aria-hidden />, onAction: () => change('PAUSED') },
            { id: 'off', label: t`Apagar`, icon: <Power aria-hidden />, onAction: () => change('DISABLED') },
        ],
        PAUSED: [
            { id: 'on', label: t`Reanudar`, icon: <Play aria-hidden />, onAction: () => change('ENABLED') },
            { id: 'off', label: t`Apagar`, icon: <Power aria-hidden />, onAction: () => change('DISABLED') },
        ],
        DISABLED: [
            { id: 'on', label: t`Encender`, icon: <Play aria-hidden />, onAction: () => change('ENABLED') },
        ],
    }
    return (
        <>
            <Button
                variant="primary"
                icon={<Send aria-hidden />}
                isDisabled={endpoint.state !== 'ENABLED'}
                isPending={testing.isPending}
                onPress={() => testing.mutate()}
            >
                <Trans>Enviar prueba</Trans>
            </Button>
            <Button icon={<Pencil aria-hidden />} onPress={() => setOpen('edit')}>
                <Trans>Editar</Trans>
            </Button>
            <Menu
                label={t`Más acciones`}
                actions={[
                    ...states[endpoint.state],
                    {
                        id: 'rotate',
                        label: t`Rotar el secreto`,
                        icon: <KeyRound aria-hidden />,
                        onAction: () => setOpen('rotate'),
                    },
                    {
                        id: 'remove',
                        label: t`Quitar`,
                        icon: <Trash2 aria-hidden />,
                        isDangerous: true,
                        startsGroup: true,
                        onAction: () => setOpen('remove'),
                    },
                ]}
            >
                <IconButton label={t`Más acciones`}>
                    <Ellipsis aria-hidden />
                </IconButton>
            </Menu>
            {open === 'edit' && (
                <EndpointPanel
                    endpoint={endpoint}
                    onClose={close}
                    onSaved={() => {
                        close()
                        toast(t`Endpoint guardado`)
                    }}
                />
            )}
            <ConfirmDialog
                isOpen={open === 'rotate'}
                onClose={close}
                onConfirm={() => rotating.mutate()}
                title={t`¿Rotar el secreto?`}
                confirm={t`Rotar`}
            >
                <p>
                    <Trans>
                        Te mostramos el nuevo una sola vez. El de ahora sigue firmando un tiempo, para que el
                        otro sistema llegue a cambiarlo.
                    </Trans>
                </p>
            </ConfirmDialog>
            <ConfirmDialog
                isOpen={open === 'remove'}
                onClose={close}
                onConfirm={() => removing.mutate()}
                title={t`¿Quitar este endpoint?`}
                confirm={t`Quitar`}
                isDangerous
            >
                <p>
                    <Trans>Deja de recibir y lo que esperaba salir se cancela. No se puede deshacer.</Trans>
                </p>
            </ConfirmDialog>
            {rotating.data && (
                <SecretOnce
                    secret={rotating.data.secret}
                    previousUntil={rotating.data.previousSecretUntil}
                    onDone={() => rotating.reset()}
                />
            )}
        </>
    )
}
