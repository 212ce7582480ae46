import type { KeyboardEvent, MouseEvent } from 'react'
import type { Roving } from './roving'

/** What every card needs of its board; one object that stays the same, so that cards need not render again. */
export interface BoardContext {
    roving: Roving
    mayMove: boolean
    /** Whether the viewer moved the client here in this browser. */
    isOwnMove: (id: string) => boolean
    onOpen: (event: MouseEvent<HTMLAnchorElement>) => void
    onKeyDown: (event: KeyboardEvent<HTMLAnchorElement>) => void
    onMenu: (event: MouseEvent<HTMLButtonElement>) => void
}
