import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useChanges } from '@/live/changes'
import { clientVersions, followChanges, refreshLists } from './queries'

const SHOWN = 2_500
const NONE: ReadonlySet<string> = new Set()

/**
 * Keeps the list true to what happens elsewhere, and tells whom somebody else changed a moment ago. What this browser did is
 * in the list with its new version before the server's hint arrives.
 */
export function useFlashes(hasText: boolean) {
    const queries = useQueryClient()
    const [changed, setChanged] = useState(NONE)

    useChanges((changes) => {
        const follow = async () => {
            const before = clientVersions(queries)
            await followChanges(queries, changes)
            // Only the server knows whether who changed still matches a text.
            if (hasText) await refreshLists(queries)
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
