import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useChanges, type Changes } from '@/live/changes'
import { clientVersions } from './queries'

const SHOWN = 2_500
const NONE: ReadonlySet<string> = new Set()

/**
 * Tells whom somebody else changed a moment ago, when what happens elsewhere has been followed. What this browser did is in
 * the list with its new version before the server's hint arrives.
 */
export function useFlashes(followed: (changes: Changes) => Promise<void>) {
    const queries = useQueryClient()
    const [changed, setChanged] = useState(NONE)

    useChanges((changes) => {
        const follow = async () => {
            const before = clientVersions(queries)
            await followed(changes)
            if (changes === 'everything') return
            const after = clientVersions(queries)
            const news = changes
                .map(({ subject }) => subject)
                .filter((id) => after.has(id) && after.get(id) !== before.get(id))
            if (news.length > 0) setChanged(new Set(news))
        }
        void follow().catch(() => undefined)
    })

    useEffect(() => {
        if (changed.size === 0) return
        const timer = setTimeout(() => setChanged(NONE), SHOWN)
        return () => clearTimeout(timer)
    }, [changed])

    return changed
}
