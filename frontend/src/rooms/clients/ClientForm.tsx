import { Trans, useLingui } from '@lingui/react/macro'
import { valibotResolver } from '@hookform/resolvers/valibot'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { hasStatus, showAtFields, useProblemText } from '@/api/problem'
import { useUser } from '@/app/useUser'
import { Button } from '@/design/Button'
import { toast } from '@/design/toast'
import styles from './ClientForm.module.css'
import { ClientFields } from './ClientFields'
import {
    changesOf,
    EMPTY,
    FIELDS,
    requestOf,
    useClientSchema,
    valuesOf,
    type ClientValues,
} from './clientValues'
import { fullName } from './columns'
import { useFieldNames } from './fieldNames'
import {
    clientQuery,
    createClient,
    keepClient,
    patchClient,
    refreshDerived,
    refreshLists,
    type Client,
} from './queries'
import { TheirChanges } from './TheirChanges'
import { useSaveKey } from './useSaveKey'

interface Props {
    /** As it is now on the server; absent for a new one. */
    client?: Client
    onDirty: (isDirty: boolean) => void
    onSaved: (client: Client) => void
    onCancel: () => void
}

/** All that is known of a client. */
export function ClientForm({ client, onDirty, onSaved, onCancel }: Props) {
    const { t, i18n } = useLingui()
    const { role } = useUser()
    const queries = useQueryClient()
    const text = useProblemText(useFieldNames())
    const [refusal, setRefusal] = useState<string>()
    const element = useRef<HTMLFormElement>(null)
    const schema = useClientSchema(!client && role === 'ADMIN')
    const form = useForm<ClientValues>({
        resolver: valibotResolver(schema),
        // Else what concerns two fields would be said only after all else is right.
        criteriaMode: 'all',
        defaultValues: client ? valuesOf(client, i18n.locale) : EMPTY,
    })
    const { isDirty, dirtyFields, defaultValues } = form.formState
    useEffect(() => onDirty(isDirty), [onDirty, isDirty])

    // What this form was filled with: the version that a change is a change of.
    const seen = useRef(client)
    const base = { ...EMPTY, ...defaultValues }
    const now = client && valuesOf(client, i18n.locale)
    const theirs = now ? changesOf(base, now, i18n.locale) : {}
    const isBehind = Object.keys(theirs).length > 0
    const takeTheirs = () => {
        if (!now) return
        form.reset(now, { keepDirtyValues: true })
        seen.current = client
    }
    const follows = !isBehind || !isDirty
    useEffect(() => {
        if (follows && seen.current?.version !== client?.version) takeTheirs()
    })

    const saving = useMutation({
        mutationFn: async (values: ClientValues) => {
            if (!seen.current) return createClient(requestOf(values, i18n.locale))
            const changes = changesOf(base, values, i18n.locale)
            return Object.keys(changes).length > 0 ? patchClient(seen.current, changes) : seen.current
        },
        onSuccess: (saved) => {
            keepClient(queries, saved)
            refreshDerived(queries, saved.id)
            void refreshLists(queries)
            toast(client ? t`Cambios guardados` : t`${fullName(saved)} ya está en tu lista`)
            onSaved(saved)
        },
        onError: (error) => {
            if (client && hasStatus(error, 412)) {
                void queries.invalidateQueries({ queryKey: clientQuery(client.id).queryKey })
            } else if (!showAtFields<ClientValues>(error, FIELDS, form.setError)) {
                setRefusal(text(error))
            }
        },
    })
    const save = form.handleSubmit((values) => {
        setRefusal(undefined)
        saving.mutate(values)
    })
    useSaveKey(element, () => void save())

    return (
        <form ref={element} noValidate className={styles.form} onSubmit={(event) => void save(event)}>
            {isBehind && isDirty && (
                <TheirChanges
                    theirs={Object.keys(theirs)}
                    mine={Object.keys(dirtyFields)}
                    onTake={takeTheirs}
                />
            )}
            {refusal && (
                <p role="alert" className={styles.refusal}>
                    {refusal}
                </p>
            )}
            <ClientFields form={form} client={client} />
            <div className={styles.actions}>
                <Button onPress={onCancel}>
                    <Trans>Cancelar</Trans>
                </Button>
                <Button type="submit" variant="primary" isPending={saving.isPending}>
                    {client ? t`Guardar cambios` : t`Crear cliente`}
                </Button>
            </div>
        </form>
    )
}
