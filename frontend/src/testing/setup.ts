import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach, beforeEach } from 'vitest'
import { speak } from '@/i18n/i18n'
import { server } from './server'

beforeEach(async () => {
    localStorage.clear()
    await speak('es-AR')
    server.start()
})

afterEach(() => {
    cleanup()
    server.stop()
})
