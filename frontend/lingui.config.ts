import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'

export default defineConfig({
    sourceLocale: 'es-AR',
    locales: ['es-AR', 'en'],
    catalogs: [{ path: '<rootDir>/locales/{locale}', include: ['src'] }],
    format: formatter({ lineNumbers: false }),
})
