import { useQueryClient } from '@tanstack/react-query'
import { useLingui } from '@lingui/react/macro'
import { createContext, use, useEffect, useState, type ReactNode } from 'react'
import { askAgain } from '@/api/queries'
import { keepNotification, setUnread } from '@/rooms/notifications/queries'
import { changeFeed } from './changes'
import { isUnheard } from './moves-heard'
import { LiveSocket, type LiveMessage, type LiveState, type Notification } from './socket'

const LiveContext = createContext<LiveState>('connecting')

/** Whether what is on the screen keeps itself up to date. */
export function useLiveState() {
    return use(LiveContext)
}

/** A move that the board has read out is not read out again. */
function isForReading({ kind, link, text }: Notification) {
    const client = /^\/clients\/([^/?]+)/.exec(link)?.[1]
    return kind !== 'STAGE_CHANGED' || !client || isUnheard(client, 'notification', text)
}

/** Keeps one socket open while somebody is signed in, and the caches true to what it says. */
export function LiveProvider({ children }: { children: ReactNode }) {
    const queries = useQueryClient()
    const { i18n, t } = useLingui()
    const [state, setState] = useState<LiveState>('connecting')
    const [latest, setLatest] = useState<Notification>()
    const language = i18n.locale

    useEffect(() => {
        const socket = new LiveSocket({
            url: () => `/ws/notifications?language=${language}`,
            onMessage,
            onState: setState,
        })

        function onMessage(message: LiveMessage) {
            switch (message.type) {
                case 'notification':
                    keepNotification(queries, message.notification)
                    if (isForReading(message.notification)) setLatest(message.notification)
                    break
                case 'ready':
                    setUnread(queries, message.unread)
                    // Hints are not replayed: whatever is on the screen may have changed before the line was up.
                    void askAgain(queries)
                    break
                case 'resume_incomplete':
                case 'changed_incomplete':
                    void askAgain(queries)
                    break
                case 'changed':
                    changeFeed.add(message)
                    break
            }
        }

        socket.start()
        return () => socket.stop()
    }, [queries, language])

    return (
        <LiveContext value={state}>
            {children}
            <div
                role="log"
                aria-live="polite"
                aria-label={t`Notificaciones nuevas`}
                className="visually-hidden"
            >
                {latest && <p key={latest.id}>{`${latest.title}. ${latest.text}`}</p>}
            </div>
        </LiveContext>
    )
}
