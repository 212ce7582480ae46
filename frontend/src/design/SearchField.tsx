import { useLingui } from '@lingui/react/macro'
import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import { Button, Input, SearchField as AriaSearchField, type SearchFieldProps } from 'react-aria-components'
import { Kbd } from './Kbd'
import styles from './SearchField.module.css'

interface Props extends Omit<SearchFieldProps, 'children' | 'className' | 'style'> {
    label: string
    placeholder?: string
    /** The key that leads here. */
    shortcut?: string
    inputRef?: Ref<HTMLInputElement>
}

/** Looks for something in what the page shows; Escape empties it. */
export function SearchField({ label, placeholder = label, shortcut, inputRef, ...props }: Props) {
    const { t } = useLingui()
    return (
        <AriaSearchField {...props} aria-label={label} className={styles.field ?? ''}>
            {({ isEmpty }) => (
                <>
                    <Search aria-hidden size={16} />
                    <Input ref={inputRef} placeholder={placeholder} className={styles.input ?? ''} />
                    {isEmpty && shortcut && (
                        <span className={styles.hint} aria-hidden>
                            <Kbd keys={shortcut} />
                        </span>
                    )}
                    {!isEmpty && (
                        <Button aria-label={t`Borrar la búsqueda`} className={styles.clear ?? ''}>
                            <X aria-hidden size={14} />
                        </Button>
                    )}
                </>
            )}
        </AriaSearchField>
    )
}
