import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin, ResolvedConfig } from 'vite'

const COMPRESSIBLE = /\.(js|css|html|svg|json|webmanifest|txt)$/
const SMALLEST_WORTH_IT = 1024

/** Writes a `.br` and a `.gz` beside each file that gets smaller, so that the gateway never compresses anything twice. */
export function precompress(): Plugin {
    let config: ResolvedConfig
    return {
        name: 'precompress',
        apply: 'build',
        configResolved(resolved) {
            config = resolved
        },
        closeBundle() {
            const directory = config.build.outDir
            for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
                if (!COMPRESSIBLE.test(name)) continue
                const file = join(directory, name)
                const content = readFileSync(file)
                if (content.length < SMALLEST_WORTH_IT) continue
                const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }
                writeFileSync(`${file}.br`, brotliCompressSync(content, quality))
                writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
            }
        },
    }
}
