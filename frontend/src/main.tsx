import './design/base.css'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from './api/queries'
import { leavePage, tabs } from './api/session'
import { createRouter } from './app/router'
import { languageOfBrowser, speak } from './i18n/i18n'

const queries = createQueryClient()
const router = createRouter(queries)

tabs?.addEventListener('message', ({ data }) => {
    if (data === 'signed-out') leavePage()
})

// A release replaced the files that this page was going to load: the new page knows the new ones. Without a network there is
// no new page to be had.
window.addEventListener('vite:preloadError', () => {
    if (navigator.onLine) window.location.reload()
})

/** Not at the top level: files of rooms import this one, and would wait for it while it waits for them. */
async function start() {
    const root = document.getElementById('root')
    if (!root) throw new Error('index.html has no #root')
    await speak(languageOfBrowser())
    // Who is signed in is known by now or soon: the first render is of the room, not of nothing.
    await router.load()
    createRoot(root).render(
        <StrictMode>
            <I18nProvider i18n={i18n}>
                <QueryClientProvider client={queries}>
                    <RouterProvider router={router} />
                </QueryClientProvider>
            </I18nProvider>
        </StrictMode>,
    )
}

void start()
