import type { Stage } from '@/i18n/labels'

/**
 * Where the keyboard is on the board: Tab leads to one card of each column, arrows from card to card. Kept outside React's
 * state, so that a step renders two cards and not the board.
 */
export class Roving {
    /** The card that has the focus, or had it when it went to another column. */
    held: string | undefined
    private readonly stops = new Map<Stage, string>()
    private readonly listeners = new Set<() => void>()

    readonly subscribe = (listener: () => void) => {
        this.listeners.add(listener)
        return () => void this.listeners.delete(listener)
    }

    isStop(stage: Stage, id: string) {
        return this.stops.get(stage) === id
    }

    hold(stage: Stage, id: string) {
        this.held = id
        this.stop(stage, id)
    }

    release(id: string) {
        if (this.held === id) this.held = undefined
    }

    /** Whatever left, a column with cards stays within reach of Tab. */
    keep(stage: Stage, ids: string[]) {
        const stop = this.stops.get(stage)
        if (stop === undefined || !ids.includes(stop)) this.stop(stage, ids[0])
    }

    private stop(stage: Stage, id: string | undefined) {
        if (this.stops.get(stage) === id) return
        if (id === undefined) this.stops.delete(stage)
        else this.stops.set(stage, id)
        this.listeners.forEach((listener) => listener())
    }
}

export const CARD = 'a[data-client]'
const COLUMN = '[data-stage]'

/** The card that an arrow, Home or End leads to from this one. */
export function cardTowards(card: HTMLElement, key: string): HTMLElement | undefined {
    const column = card.closest<HTMLElement>(COLUMN)
    const board = column?.parentElement
    if (!column || !board) return undefined
    const cards = cardsOf(column)
    const index = cards.indexOf(card)
    switch (key) {
        case 'ArrowDown':
            return cards[index + 1]
        case 'ArrowUp':
            return cards[index - 1]
        case 'Home':
            return cards[0]
        case 'End':
            return cards.at(-1)
        case 'ArrowLeft':
        case 'ArrowRight': {
            const columns = [...board.querySelectorAll<HTMLElement>(COLUMN)]
            const at = columns.indexOf(column)
            const onTheWay = key === 'ArrowRight' ? columns.slice(at + 1) : columns.slice(0, at).reverse()
            const others = onTheWay.map(cardsOf).find((found) => found.length > 0)
            return others?.[Math.min(index, others.length - 1)]
        }
        default:
            return undefined
    }
}

function cardsOf(column: HTMLElement) {
    return [...column.querySelectorAll<HTMLElement>(CARD)]
}
