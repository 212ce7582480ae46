import { useEffect, useRef } from 'react'

const STORED = 'cactus.shortcuts'
const SEQUENCE_PAUSE = 1000

/** Single letters act on their own, so whoever dictates or mistypes must be able to turn them off (WCAG 2.1.4). */
export function shortcutsAreOn() {
    return localStorage.getItem(STORED) !== 'off'
}

export function turnShortcuts(on: boolean) {
    if (on) localStorage.removeItem(STORED)
    else localStorage.setItem(STORED, 'off')
}

function isTyping(target: EventTarget | null) {
    return (
        target instanceof HTMLElement &&
        (target.isContentEditable ||
            ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) ||
            target.closest('[role=dialog],[role=alertdialog],[role=menu],[role=listbox]') !== null)
    )
}

/** Letters such as "c", or two after one another such as "g c"; never while the user types or a dialog is open. */
export function useShortcuts(shortcuts: Record<string, () => void>) {
    const latest = useRef(shortcuts)
    useEffect(() => {
        latest.current = shortcuts
    })
    useEffect(() => {
        let before = ''
        let timer: ReturnType<typeof setTimeout> | undefined
        const onKeyDown = (event: KeyboardEvent) => {
            if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
            if (isTyping(event.target) || !shortcutsAreOn()) return
            const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
            const run = latest.current[`${before} ${key}`] ?? latest.current[key]
            clearTimeout(timer)
            before = run ? '' : key
            timer = setTimeout(() => (before = ''), SEQUENCE_PAUSE)
            if (run) {
                event.preventDefault()
                run()
            }
        }
        window.addEventListener('keydown', onKeyDown)
        return () => {
            clearTimeout(timer)
            window.removeEventListener('keydown', onKeyDown)
        }
    }, [])
}
