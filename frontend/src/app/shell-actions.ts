import { createContext, use } from 'react'

interface Actions {
    openPalette: () => void
    openShortcuts: () => void
}

export const ShellActions = createContext<Actions>({
    openPalette: () => undefined,
    openShortcuts: () => undefined,
})

export function useShellActions() {
    return use(ShellActions)
}
