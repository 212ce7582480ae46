// Fails when the catalogues are not what the sources say. The build finds missing translations.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const CATALOGUES = ['es-AR', 'en'].map((locale) => new URL(`../locales/${locale}.po`, import.meta.url))
const read = () =>
    CATALOGUES.map((file) => readFileSync(file, 'utf8').replaceAll(/^"POT-Creation-Date.*$/gm, ''))

const before = read()
execFileSync('npx', ['lingui', 'extract', '--clean'], { stdio: ['ignore', 'ignore', 'inherit'] })
if (read().some((catalogue, index) => catalogue !== before[index])) {
    console.error(
        'The catalogues in locales/ were not up to date: they are now. Translate what is new in en.po and commit.',
    )
    process.exit(1)
}
