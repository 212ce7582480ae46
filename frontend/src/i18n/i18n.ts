import { i18n } from '@lingui/core'

export const LANGUAGES = ['es-AR', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const CATALOGUES = {
    'es-AR': () => import('../../locales/es-AR.po'),
    en: () => import('../../locales/en.po'),
}
const STORED = 'cactus.language'

/** The profile's language, else the one last used here, else the browser's; Spanish unless it asks for English. */
export function preferredLanguage(profile?: string | null): Language {
    const wanted = profile ?? localStorage.getItem(STORED) ?? navigator.language
    return wanted.toLowerCase().startsWith('en') ? 'en' : 'es-AR'
}

/** Loads the catalogue of one language, and of that only. */
export async function speak(language: Language) {
    if (i18n.locale === language) return
    const { messages } = await CATALOGUES[language]()
    i18n.loadAndActivate({ locale: language, messages })
    document.documentElement.lang = language
    localStorage.setItem(STORED, language)
}
