import { expect, it } from 'vitest'
import { parseSearch, stringifySearch } from './address'

it.each(['5555', '007', '1e5', 'true', 'null', '12345678901234567890', '5.50', 'Peña & hijos', '+54 11', ''])(
    'takes a text as it is: %s',
    (q) => {
        expect(parseSearch(`?q=${encodeURIComponent(q)}`)).toEqual({ q })
        expect(parseSearch(stringifySearch({ q }))).toEqual({ q })
    },
)

it('writes a text so that whoever reads the address knows it', () => {
    expect(stringifySearch({ q: '5555', sort: 'lastName', panel: undefined })).toBe('?q=5555&sort=lastName')
    expect(stringifySearch({})).toBe('')
})

it('keeps lists, and texts that look like one', () => {
    const search = { stage: ['PROSPECT', 'OPENING'], q: '["a"]' }
    expect(parseSearch(stringifySearch(search))).toEqual(search)
    expect(parseSearch('?stage=[broken')).toEqual({ stage: '[broken' })
})

it('reads the addresses of before, where a text of digits was quoted', () => {
    expect(parseSearch('?q=%225555%22')).toEqual({ q: '5555' })
})
