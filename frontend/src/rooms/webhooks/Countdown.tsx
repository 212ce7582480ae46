import { Trans } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { clock } from './timings'

/** Counts down by the second; not announced, since it changes all the time. */
export function Countdown({ until }: { until: string }) {
    const [now, setNow] = useState(Date.now)
    useEffect(() => {
        const timer = setInterval(() => setNow(Date.now()), 1000)
        return () => clearInterval(timer)
    }, [])
    const left = Date.parse(until) - now
    return (
        <time dateTime={until} role="timer">
            {left > 0 ? clock(left) : <Trans>instantes</Trans>}
        </time>
    )
}
