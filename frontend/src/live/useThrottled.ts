import { useEffect, useState } from 'react'

type Run = () => void

/** Runs what it is given at once and then at most once in so many milliseconds; the last call in between is made up for. */
export function useThrottled(pause: number) {
    const [throttled] = useState(() => throttle(pause))
    useEffect(() => throttled.cancel, [throttled])
    return throttled.run
}

export function throttle(pause: number) {
    let timer: ReturnType<typeof setTimeout> | undefined
    let waiting: Run | undefined
    const run = (wanted: Run) => {
        if (timer) {
            waiting = wanted
            return
        }
        timer = setTimeout(next, pause)
        wanted()
    }
    const next = () => {
        const wanted = waiting
        cancel()
        if (wanted) run(wanted)
    }
    const cancel = () => {
        clearTimeout(timer)
        timer = undefined
        waiting = undefined
    }
    return { run, cancel }
}
