import { lazy, Suspense, useEffect, useState } from 'react'
import { sessionEnded } from '@/api/session'

const SignInAgain = lazy(() => import('./SignInAgain').then(({ SignInAgain }) => ({ default: SignInAgain })))

/** Notices that the session ended while somebody was at work. */
export function SessionEnded() {
    const [isOver, setOver] = useState(false)
    useEffect(() => sessionEnded.listen(() => setOver(true)), [])
    return <Suspense>{isOver && <SignInAgain onDone={() => setOver(false)} />}</Suspense>
}
