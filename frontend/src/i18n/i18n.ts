import { i18n } from '@lingui/core'

export const LANGUAGES = ['es-AR', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const CATALOGUES = {
    'es-AR': () => import('../../locales/es-AR.po'),
    en: () => import('../../locales/en.po'),
}
const STORED = 'cactus.language'

/** Before anybody is signed in: what was chosen here last, else the browser's; Spanish unless it asks for English. */
export function languageOfBrowser(): Language {
    return languageFor(localStorage.getItem(STORED))
}

/** The profile's, or else the browser's. */
export function languageFor(chosen: string | null): Language {
    return (chosen ?? navigator.language).toLowerCase().startsWith('en') ? 'en' : 'es-AR'
}

/** For the next time somebody comes here to sign in. */
export function rememberLanguage(language: Language | null) {
    if (language) localStorage.setItem(STORED, language)
    else localStorage.removeItem(STORED)
}

/** Loads the catalogue of one language, and of that only. */
export async function speak(language: Language) {
    if (i18n.locale === language) return
    const { messages } = await CATALOGUES[language]()
    i18n.loadAndActivate({ locale: language, messages })
    document.documentElement.lang = language
}
