import { useEffect } from 'react'
import { undoLatest } from '@/design/undo'

/** Where the browser's own undo takes back what was typed, or a dialog covers what would change. */
const OTHERS =
    'input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog]:not([aria-modal=false])'

/** Ctrl Z, or ⌘ Z on a Mac, undoes the latest act of this page. */
export function useUndoKey() {
    useEffect(() => {
        const onKeyDown = (event: KeyboardEvent) => {
            if (event.key.toLowerCase() !== 'z' || event.shiftKey || event.altKey) return
            if (!event.ctrlKey && !event.metaKey) return
            if (event.target instanceof Element && event.target.closest(OTHERS)) return
            if (undoLatest()) event.preventDefault()
        }
        window.addEventListener('keydown', onKeyDown)
        return () => window.removeEventListener('keydown', onKeyDown)
    }, [])
}
