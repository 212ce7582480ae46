import { Suspense, useEffect, useState } from 'react'
import { sessionEnded } from '@/api/session'
import { SignInAgain } from './overlays'

/** Notices that the session ended while somebody was at work. */
export function SessionEnded() {
    const [isOver, setOver] = useState(false)
    useEffect(() => sessionEnded.listen(() => setOver(true)), [])
    return <Suspense>{isOver && <SignInAgain onDone={() => setOver(false)} />}</Suspense>
}
