import { expect, test } from 'vitest'
import { readFilter, writeFilter } from './filter'
import { byNoun, covers, withPattern } from './patterns'

test.each([
    [['*'], 'client.created', true],
    [['client.*'], 'client.created', true],
    [['client.*'], 'clientele.created', false],
    [['client.created'], 'client.updated', false],
    [[], 'client.created', false],
])('%j covers %s: %s', (patterns, type, expected) => {
    expect(covers(patterns, type)).toBe(expected)
})

test('types stand below their noun in the order of the catalogue', () => {
    const types = ['client.created', 'user.updated', 'client.archived'].map((type) => ({
        type,
        description: '',
        example: {},
    }))
    expect(byNoun(types).map(([noun, of]) => [noun, of.map(({ type }) => type)])).toEqual([
        ['client.*', ['client.created', 'client.archived']],
        ['user.*', ['user.updated']],
    ])
})

test('a wider pattern takes the place of those it means', () => {
    expect(withPattern(['client.created', 'user.updated'], 'client.*', true)).toEqual([
        'user.updated',
        'client.*',
    ])
    expect(withPattern(['client.*', 'user.updated'], '*', true)).toEqual(['*'])
    expect(withPattern(['*'], '*', false)).toEqual([])
    expect(withPattern(['client.created'], 'client.updated', true)).toEqual([
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
