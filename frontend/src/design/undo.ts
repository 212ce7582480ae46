import { toast, type Toast } from './toast'

/** As long as its message, which is there for ten seconds. */
const KEPT = 10_000
const MOST = 20

interface Act {
    undo: () => void
    until: number
}

let acts: Act[] = []
let latest: { about: string; dismiss: () => void } | undefined

/**
 * Tells what was done to whom, by id, and offers to undo it: by the button of the message, or by Ctrl Z, which undoes the latest
 * act first. The next message about the same one takes the place of this. What is returned takes the offer back, for an act that
 * did not succeed.
 */
export function offerUndo(
    about: string,
    text: string,
    label: string,
    undo: () => void,
    options: Partial<Toast> = {},
) {
    if (latest?.about === about) latest.dismiss()
    const withdraw = () => {
        acts = acts.filter((known) => known !== act)
        dismiss()
    }
    const act: Act = {
        undo: () => {
            withdraw()
            undo()
        },
        until: Date.now() + KEPT,
    }
    acts = [...acts, act].slice(-MOST)
    const dismiss = toast(text, { ...options, action: { label, run: act.undo } })
    latest = { about, dismiss }
    return withdraw
}

/** Undoes the latest act that can still be undone; false when there is none. */
export function undoLatest() {
    const act = acts.findLast(({ until }) => until > Date.now())
    act?.undo()
    return act !== undefined
}
