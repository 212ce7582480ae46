import { describe, expect, it } from 'vitest'
import { parseAmount, writeAmount } from './amount'

describe('parseAmount', () => {
    it.each([
        ['1500', '1500'],
        ['1.500', '1500'],
        ['1.500,50', '1500.5'],
        ['1 500 000,25', '1500000.25'],
        ['1500,5', '1500.5'],
        ['1500.5', '1500.5'],
        ['0,10', '0.1'],
        ['007', '7'],
        ['999.999.999.999.999,9999', '999999999999999.9999'],
    ])('reads %s as Argentina writes it', (text, amount) => {
        expect(parseAmount(text, 'es-AR')).toBe(amount)
    })

    it.each([
        ['1,500', '1500'],
        ['1,500.50', '1500.5'],
        ['1500,5', '1500.5'],
    ])('reads %s as English writes it', (text, amount) => {
        expect(parseAmount(text, 'en')).toBe(amount)
    })

    it.each(['', 'mucho', '-5', '1,2,3', '1.50.000', '1,23456', '1000000000000000', '1e9'])(
        'refuses "%s"',
        (text) => {
            expect(parseAmount(text, 'es-AR')).toBeUndefined()
        },
    )
})

it('writes what it reads', () => {
    expect(writeAmount('1500000.5000', 'es-AR')).toBe('1.500.000,5')
    expect(writeAmount('1500000.5000', 'en')).toBe('1,500,000.5')
    expect(writeAmount('999999999999999.9999', 'es-AR')).toBe('999.999.999.999.999,9999')
    expect(writeAmount('250.0000', 'es-AR')).toBe('250')
})
