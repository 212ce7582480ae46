import { lingui } from '@lingui/vite-plugin'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { frameFirst } from './scripts/frame-first.ts'
import { precompress } from './scripts/precompress.ts'

const gateway = process.env.CACTUS_URL ?? 'http://localhost:8080'

export default defineConfig({
    plugins: [
        react({ babel: { plugins: ['@lingui/babel-plugin-lingui-macro'] } }),
        lingui({ failOnMissing: true, failOnCompileError: true }),
        { ...optimizeLocales.vite({ locales: ['es-AR', 'es-ES', 'en-US'] }), enforce: 'pre' },
        frameFirst(),
        precompress(),
    ],
    resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
    build: {
        // The frontend's jar holds it under this name, and the gateway serves it from there.
        outDir: 'target/classes/dashboard',
        emptyOutDir: true,
        target: 'es2023',
        // Inlined files would be data: addresses, which the content security policy allows for images only.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        cssCodeSplit: false,
        rolldownOptions: {
            output: {
                // On a phone's network a file costs more than a few kilobytes: one style sheet, one script to begin with,
                // and for a room its own and what rooms share.
                codeSplitting: {
                    groups: [
                        { name: 'index', tags: ['$initial'] },
                        { name: 'overlays', test: /app.overlays-loaded/ },
                        { name: 'forms', test: /react-hook-form|@hookform/ },
                        { name: 'shared', test: /^(?!.*rooms.webhooks)/, minShareCount: 2 },
                        { name: 'webhooks', minShareCount: 2 },
                    ],
                },
            },
        },
    },
    server: {
        port: Number(process.env.VITE_PORT ?? 5173),
        strictPort: true,
        proxy: {
            '^/(api|health|docs|openapi.json|\\.well-known)': { target: gateway },
            '/ws': { target: gateway, ws: true },
        },
    },
    test: {
        environment: 'happy-dom',
        include: ['src/**/*.test.{ts,tsx}'],
        setupFiles: ['src/testing/setup.ts'],
        restoreMocks: true,
        // A busy machine is slow, not wrong.
        testTimeout: 30_000,
    },
})
