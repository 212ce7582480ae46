import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { isUnheard, readMovesIn, sayOwnMove } from './moves-heard'

beforeEach(() => vi.useFakeTimers())

afterEach(() => {
    vi.advanceTimersByTime(60_000)
    vi.useRealTimers()
})

it('reads a move out once, whichever way it comes first', () => {
    expect(isUnheard('eva', 'notification', 'moved')).toBe(true)
    expect(isUnheard('eva', 'board', 'moved')).toBe(false)
    expect(isUnheard('tom', 'board', 'moved')).toBe(true)
    expect(isUnheard('tom', 'notification', 'moved')).toBe(false)
})

it('reads out every move that comes the same way', () => {
    expect(isUnheard('ida', 'board', 'Ida pasó a Apertura')).toBe(true)
    expect(isUnheard('ida', 'board', 'Ida pasó a Contactado')).toBe(true)
    expect(isUnheard('ida', 'board', 'Ida pasó a Contactado')).toBe(false)
})

it('reads out a later move', () => {
    expect(isUnheard('ben', 'board', 'moved')).toBe(true)
    vi.advanceTimersByTime(10_000)
    expect(isUnheard('ben', 'notification', 'moved')).toBe(true)
})

it('does not read out a notification of what this browser did', () => {
    const said: string[] = []
    expect(sayOwnMove('leo', 'Leo pasó a Apertura')).toBe(false)
    expect(isUnheard('leo', 'notification', 'moved')).toBe(false)
    expect(isUnheard('leo', 'board', 'Leo pasó a Apertura')).toBe(false)
    const leave = readMovesIn((text) => said.push(text))
    expect(sayOwnMove('leo', 'Leo pasó a Contactado')).toBe(true)
    leave()
    expect(sayOwnMove('leo', 'Leo pasó a Prospecto')).toBe(false)
    expect(said).toEqual(['Leo pasó a Contactado'])
})
