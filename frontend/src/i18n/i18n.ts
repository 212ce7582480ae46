import { i18n } from '@lingui/core'
import { messages as spanish } from '../../locales/es-AR.po'

export const LANGUAGES = ['es-AR', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

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

/** The default language is at hand; another one costs a request. */
export async function speak(language: Language) {
    if (i18n.locale === language) return
    const messages = language === 'en' ? (await import('../../locales/en.po')).messages : spanish
    i18n.loadAndActivate({ locale: language, messages })
    document.documentElement.lang = language
}
