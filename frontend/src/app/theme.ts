export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const STORED = 'cactus.theme'

export function currentTheme(): Theme {
    const stored = localStorage.getItem(STORED)
    return stored === 'light' || stored === 'dark' ? stored : 'system'
}

/** Of this browser, not of the profile: a dark office and a bright phone may differ. public/theme.js reads it first. */
export function setTheme(theme: Theme) {
    if (theme === 'system') {
        localStorage.removeItem(STORED)
        delete document.documentElement.dataset.theme
    } else {
        localStorage.setItem(STORED, theme)
        document.documentElement.dataset.theme = theme
    }
}
