import * as v from 'valibot'
import { expect, it } from 'vitest'
import { parseSearch } from '@/app/address'
import { clientsSearch } from './search'

const read = (address: string) => v.parse(clientsSearch, parseSearch(address))

it('filters by a text of digits', () => {
    expect(read('?q=5555')).toEqual({ q: '5555' })
})

it('takes a single value as a list of one, and leaves out only what it does not know', () => {
    expect(read('?stage=PROSPECT')).toEqual({ stage: ['PROSPECT'] })
    expect(read('?stage=["PROSPECT","UNHEARD"]&risk=["UNHEARD"]&sort=UNHEARD')).toEqual({
        stage: ['PROSPECT'],
    })
    expect(read('?owner=nobody')).toEqual({})
    expect(read('?columns=[]')).toEqual({ columns: [] })
})

it('shortens a text that is too long in place of forgetting it', () => {
    expect(read(`?q=${'x'.repeat(120)}`)).toEqual({ q: 'x'.repeat(100) })
})
