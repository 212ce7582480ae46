import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach } from 'vitest'
import { speak } from '@/i18n/i18n'
import { server } from './server'

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 })

beforeEach(async () => {
    localStorage.clear()
    await speak('es-AR')
    server.start()
})

afterEach(() => {
    cleanup()
    server.stop()
})
