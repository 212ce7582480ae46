import { expect, test } from 'vitest'
import { readFilter, writeFilter } from './filter'
import { byNoun, covers, withPattern } from './patterns'

const types = [
    { type: 'client.created', internal: false },
    { type: 'user.updated', internal: false },
    { type: 'notification.sent', internal: true },
    { type: 'client.archived', internal: false },
].map((eventType) => ({ ...eventType, description: '', example: {} }))

test.each([
    [['*'], 'client.created', true],
    [['client.*'], 'client.created', true],
    [['client.*'], 'clientele.created', false],
    [['client.created'], 'client.updated', false],
    [[], 'client.created', false],
])('%j covers %s: %s', (patterns, type, expected) => {
    expect(covers(patterns, { type, internal: false })).toBe(expected)
})

test('an internal type has to be named', () => {
    const sent = { type: 'notification.sent', internal: true }
    expect(covers(['*', 'notification.*'], sent)).toBe(false)
    expect(covers(['*', 'notification.sent'], sent)).toBe(true)
})

test('types stand below their noun in the order of the catalogue', () => {
    expect(byNoun(types).map(([noun, of]) => [noun, of.map(({ type }) => type)])).toEqual([
        ['client.*', ['client.created', 'client.archived']],
        ['user.*', ['user.updated']],
        ['notification.*', ['notification.sent']],
    ])
})

test('a wider pattern takes the place of those it means', () => {
    expect(withPattern(['client.created', 'user.updated'], 'client.*', true, types)).toEqual([
        'user.updated',
        'client.*',
    ])
    expect(withPattern(['client.*', 'user.updated'], '*', true, types)).toEqual(['*'])
    expect(withPattern(['notification.sent', 'user.updated'], '*', true, types)).toEqual([
        'notification.sent',
        '*',
    ])
    expect(withPattern(['*'], '*', false, types)).toEqual([])
    expect(withPattern(['client.created'], 'client.updated', true, types)).toEqual([
        'client.created',
        'client.updated',
    ])
})

test('a filter is written one condition a line, and read again', () => {
    const filter = { '/ownerId': ['a', 'b'], '/stage': ['OPENING'] }
    expect(writeFilter(filter)).toBe('/ownerId = a, b\n/stage = OPENING')
    expect(readFilter(writeFilter(filter))).toEqual({ filter })
    expect(readFilter(' \n')).toEqual({ filter: {} })
    expect(readFilter('/stage=OPENING,\n/stage = DORMANT')).toEqual({
        filter: { '/stage': ['OPENING', 'DORMANT'] },
    })
})

test.each(['ownerId = a', '/ownerId', '/ownerId =', '/owner Id = a'])('%s is no condition', (line) => {
    expect(readFilter(`/stage = OPENING\n${line}`)).toEqual({ wrong: line })
})
