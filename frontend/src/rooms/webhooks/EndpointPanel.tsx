import { valibotResolver } from '@hookform/resolvers/valibot'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { Form } from 'react-aria-components'
import { Controller, useForm } from 'react-hook-form'
import * as v from 'valibot'
import { hasStatus, showAtFields, useProblemText } from '@/api/problem'
import { Button } from '@/design/Button'
import { Dialog } from '@/design/Dialog'
import { TextArea, TextField } from '@/design/Field'
import styles from './EndpointPanel.module.css'
import { EventTypeTree } from './EventTypeTree'
import { readFilter, writeFilter, type Filter } from './filter'
import { createEndpoint, patchEndpoint, refreshEndpoint, type Endpoint } from './queries'

interface Fields {
    url: string
    description: string
    eventTypes: string[]
    filter: string
}

const FIELDS = ['url', 'description', 'eventTypes', 'filter'] as const

interface Props {
    /** What to change; absent to make a new one. */
    endpoint?: Endpoint
    onClose: () => void
    onSaved: (endpoint: Endpoint) => void
}

/** Makes or changes an endpoint, at the side of the page. */
export function EndpointPanel({ endpoint, onClose, onSaved }: Props) {
    const { t } = useLingui()
    const id = useId()
    const queries = useQueryClient()
    const text = useProblemText()
    const rules = useRules()
    const { control, handleSubmit, setError } = useForm<Fields>({
        resolver: valibotResolver(rules),
        defaultValues: {
            url: endpoint?.url ?? '',
            description: endpoint?.description ?? '',
            eventTypes: endpoint?.eventTypes ?? [],
            filter: writeFilter(endpoint?.filter),
        },
    })
    const saving = useMutation({
        mutationFn: ({ filter, ...fields }: Fields) => {
            const body = { ...fields, filter: filterOf(filter) }
            return endpoint ? patchEndpoint(queries, endpoint, body) : createEndpoint(queries, body)
        },
        onSuccess: onSaved,
        onError: (error) => {
            if (endpoint && hasStatus(error, 412)) void refreshEndpoint(queries, endpoint.id)
            showAtFields(error, FIELDS, setError)
        },
    })
    const refusal = () => {
        if (hasStatus(saving.error, 412)) {
            return t`Alguien lo cambió mientras tanto. Cerrá el panel y volvé a abrirlo para ver cómo quedó.`
        }
        return text(saving.error)
    }

    return (
        <Dialog
            isOpen
            onClose={onClose}
            placement="side"
            title={endpoint ? t`Editar endpoint` : t`Endpoint nuevo`}
            actions={
                <>
                    <Button onPress={onClose}>
                        <Trans>Cancelar</Trans>
                    </Button>
                    <Button type="submit" form={id} variant="primary">
                        {endpoint ? t`Guardar` : t`Crear endpoint`}
                    </Button>
                </>
            }
        >
            <Form
                id={id}
                className={styles.form ?? ''}
                onSubmit={(event) => {
                    // Pressed twice is meant once.
                    if (saving.isPending) event.preventDefault()
                    else void handleSubmit((fields) => saving.mutate(fields))(event)
                }}
            >
                {saving.isError && (
                    <p role="alert" className={styles.refusal}>
                        {refusal()}
                    </p>
                )}
                <Controller
                    control={control}
                    name="url"
                    render={({ field: { ref, ...field }, fieldState }) => (
                        <TextField
                            {...field}
                            inputRef={ref}
                            type="url"
                            label={t`URL`}
                            placeholder="https://…"
                            description={t`Adonde enviamos cada evento, por POST.`}
                            error={fieldState.error?.message}
                            autoFocus={!endpoint}
                        />
                    )}
                />
                <Controller
                    control={control}
                    name="description"
                    render={({ field: { ref, ...field }, fieldState }) => (
                        <TextField
                            {...field}
                            inputRef={ref}
                            label={t`Descripción (opcional)`}
                            error={fieldState.error?.message}
                        />
                    )}
                />
                <Controller
                    control={control}
                    name="eventTypes"
                    render={({ field: { value, onChange }, fieldState }) => (
                        <EventTypeTree value={value} onChange={onChange} error={fieldState.error?.message} />
                    )}
                />
                <Controller
                    control={control}
                    name="filter"
                    render={({ field: { name, value, onChange, onBlur }, fieldState }) => (
                        <TextArea
                            name={name}
                            value={value}
                            onChange={onChange}
                            onBlur={onBlur}
                            rows={2}
                            label={t`Filtro (opcional)`}
                            placeholder="/toStage = ACTIVE_INVESTOR, ACTIVE_INSURED"
                            description={t`Una condición por línea: un JSON pointer en los datos del evento y los valores que aceptás. Enviamos lo que cumple todas.`}
                            error={fieldState.error?.message}
                            spellCheck="false"
                        />
                    )}
                />
            </Form>
        </Dialog>
    )
}

function useRules() {
    const { t } = useLingui()
    return v.object({
        url: v.pipe(
            v.string(),
            v.trim(),
            v.nonEmpty(t`Escribí la URL`),
            v.url(t`No es una URL completa, como https://ejemplo.com/avisos`),
            v.maxLength(2048, t`Es demasiado larga`),
        ),
        description: v.pipe(v.string(), v.trim(), v.maxLength(500, t`Como mucho 500 letras`)),
        eventTypes: v.pipe(v.array(v.string()), v.minLength(1, t`Elegí al menos un evento`)),
        filter: v.pipe(
            v.string(),
            v.rawCheck(({ dataset, addIssue }) => {
                const read = dataset.typed ? readFilter(dataset.value) : { filter: {} }
                if ('wrong' in read) {
                    const line = read.wrong
                    addIssue({ message: t`No entendemos «${line}»; escribí por ejemplo /ownerId = abc` })
                }
            }),
        ),
    })
}

function filterOf(text: string): Filter {
    const read = readFilter(text)
    return 'filter' in read ? read.filter : {}
}
