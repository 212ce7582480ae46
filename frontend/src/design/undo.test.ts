import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { toasts } from './toast'
import { offerUndo, undoLatest } from './undo'

const undone: string[] = []
const offer = (name: string, about = name) => offerUndo(about, name, 'Deshacer', () => undone.push(name))
const shown = () => toasts.visibleToasts.map(({ content }) => content.text)

beforeEach(() => {
    vi.useFakeTimers()
    while (undoLatest());
    undone.length = 0
})

afterEach(() => {
    vi.advanceTimersByTime(60_000)
    vi.useRealTimers()
    toasts.clear()
})

it('undoes the latest act first, each once, and its message goes', () => {
    offer('one')
    offer('two')
    expect(undoLatest()).toBe(true)
    expect(undone).toEqual(['two'])
    expect(shown()).toEqual(['one'])
    expect(undoLatest()).toBe(true)
    expect(undoLatest()).toBe(false)
    expect(undone).toEqual(['two', 'one'])
})

it('undoes by the message, which Ctrl Z does not do again', () => {
    offer('one')
    toasts.visibleToasts[0]?.content.action?.run()
    expect(undone).toEqual(['one'])
    expect(undoLatest()).toBe(false)
})

it('ends after ten seconds', () => {
    offer('one')
    vi.advanceTimersByTime(9_999)
    offer('two')
    vi.advanceTimersByTime(1)
    undoLatest()
    expect(undoLatest()).toBe(false)
    expect(undone).toEqual(['two'])
})

it('is no offer for what did not succeed', () => {
    const withdraw = offer('one')
    withdraw()
    expect(undoLatest()).toBe(false)
    expect(toasts.visibleToasts).toEqual([])
})

it('keeps no more than twenty acts', () => {
    for (let act = 0; act < 25; act++) offer(String(act))
    while (undoLatest());
    expect(undone).toHaveLength(20)
})

it('shows one message of one client, and undoes step by step all the same', () => {
    offer('Lucía pasó a Contactado', 'lucia')
    offer('Lucía pasó a Apertura', 'lucia')
    expect(shown()).toEqual(['Lucía pasó a Apertura'])
    undoLatest()
    undoLatest()
    expect(undone).toEqual(['Lucía pasó a Apertura', 'Lucía pasó a Contactado'])
})

it('does not show later what there was no room for', () => {
    for (const name of ['one', 'two', 'three', 'four']) offer(name)
    expect(shown()).toEqual(['four', 'three', 'two'])
    undoLatest()
    expect(shown()).toEqual(['three', 'two'])
})
