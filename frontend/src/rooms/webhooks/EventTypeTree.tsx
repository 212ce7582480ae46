import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Checkbox } from '@/design/Checkbox'
import { ErrorState, Loading, Skeleton } from '@/design/States'
import styles from './EventTypeTree.module.css'
import { byNoun, covers, withPattern } from './patterns'
import { eventTypesQuery } from './queries'

interface Props {
    value: string[]
    onChange: (patterns: string[]) => void
    error?: string
}

/** What to subscribe to: everything, everything of a noun, also what may come later, or single types. */
export function EventTypeTree({ value, onChange, error }: Props) {
    const { t } = useLingui()
    const id = useId()
    const types = useQuery(eventTypesQuery)
    const choose = (pattern: string) => (isWanted: boolean) =>
        onChange(withPattern(value, pattern, isWanted, types.data ?? []))
    const hasAll = value.includes('*')

    if (types.isError) return <ErrorState error={types.error} retry={() => void types.refetch()} />
    return (
        <div
            role="group"
            aria-labelledby={`${id}-name`}
            aria-describedby={error && `${id}-error`}
            className={styles.tree}
        >
            <p id={`${id}-name`} className={styles.name}>
                <Trans>Eventos</Trans>
            </p>
            {error && (
                <p id={`${id}-error`} className={styles.error}>
                    {error}
                </p>
            )}
            <Checkbox isSelected={hasAll} onChange={choose('*')} isInvalid={error !== undefined}>
                <span>
                    <code>*</code> <span className={styles.about}>{t`todos, y los que se agreguen`}</span>
                </span>
            </Checkbox>
            {types.isPending ? (
                <Loading>
                    <Skeleton height="24rem" />
                </Loading>
            ) : (
                <ul className={styles.nouns}>
                    {byNoun(types.data).map(([noun, ofNoun]) => {
                        const hasNoun = hasAll || value.includes(noun)
                        return (
                            <li key={noun}>
                                {ofNoun.some(({ internal }) => !internal) && (
                                    <Checkbox
                                        isSelected={hasNoun}
                                        isDisabled={hasAll}
                                        onChange={choose(noun)}
                                    >
                                        <code>{noun}</code>
                                    </Checkbox>
                                )}
                                <ul className={styles.types}>
                                    {ofNoun.map(({ type, internal, description }) => (
                                        <li key={type}>
                                            <Checkbox
                                                isSelected={covers(value, { type, internal })}
                                                isDisabled={hasNoun && !internal}
                                                onChange={choose(type)}
                                            >
                                                <span>
                                                    <code>{type}</code>
                                                    <span className={styles.description}>{description}</span>
                                                </span>
                                            </Checkbox>
                                        </li>
                                    ))}
                                </ul>
                            </li>
                        )
                    })}
                </ul>
            )}
        </div>
    )
}
