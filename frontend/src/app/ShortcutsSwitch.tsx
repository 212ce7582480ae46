import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { Checkbox } from '@/design/Checkbox'
import { shortcutsAreOn, turnShortcuts } from './shortcuts'

/** Shortcuts of a single letter can be turned off, for those who dictate or press keys by accident (WCAG 2.1.4). */
export function ShortcutsSwitch() {
    const [on, setOn] = useState(shortcutsAreOn)
    return (
        <Checkbox
            isSelected={on}
            onChange={(value) => {
                turnShortcuts(value)
                setOn(value)
            }}
        >
            <Trans>Usar atajos de una sola letra</Trans>
        </Checkbox>
    )
}
