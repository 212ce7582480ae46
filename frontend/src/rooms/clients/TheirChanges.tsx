import { Trans, useLingui } from '@lingui/react/macro'
import { Users } from 'lucide-react'
import { Button } from '@/design/Button'
import styles from './ClientForm.module.css'
import type { ClientValues } from './clientValues'
import { useFieldNames } from './fieldNames'

interface Props {
    /** The fields that somebody else changed. */
    theirs: string[]
    /** The fields that were touched here. */
    mine: string[]
    onTake: () => void
}

/** Two people at the same client: says so, and joins their work without losing either's. */
export function TheirChanges({ theirs, mine, onTake }: Props) {
    const { t, i18n } = useLingui()
    const names = useFieldNames()
    const list = new Intl.ListFormat(i18n.locale)
    const named = (fields: string[]) => list.format(fields.map((field) => names[field as keyof ClientValues]))
    const changed = named(theirs)
    const both = theirs.filter((field) => mine.includes(field))
    return (
        <div role="alert" className={styles.theirs}>
            <Users aria-hidden size={16} />
            <div className={styles.theirsText}>
                <p>
                    <Trans>Otra persona cambió este cliente mientras lo editabas: {changed}.</Trans>
                </p>
                <p>
                    {both.length > 0
                        ? t`Al traer sus cambios se conserva lo que escribiste, también en ${named(both)}.`
                        : t`Al traer sus cambios se conserva lo que escribiste.`}
                </p>
                <Button onPress={onTake}>
                    <Trans>Traer sus cambios</Trans>
                </Button>
            </div>
        </div>
    )
}
