import { describe, expect, it } from 'vitest'
import { parseAmount, readAmount, sayAmount, writeAmount } from './amount'

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

describe('readAmount', () => {
    const spanish = (text: string) => readAmount(text, 'es-AR')
    const amounts = (text: string, locale = 'es-AR') => readAmount(text, locale).map(({ amount }) => amount)

    it.each([
        ['$ 1.500', '1500', 'ARS'],
        ['$1500,5', '1500.5', 'ARS'],
        ['USD 200', '200', 'USD'],
        ['200 usd', '200', 'USD'],
        ['U$S 1.500,50', '1500.5', 'USD'],
        ['US$ 10', '10', 'USD'],
        ['1.500 €', '1500', 'EUR'],
        ['GBP 3', '3', 'GBP'],
        ['USD 5 USD', '5', 'USD'],
        ['1500', '1500', undefined],
    ])('finds the currency of %s', (text, amount, currency) => {
        expect(spanish(text)).toEqual([{ amount, currency }])
    })

    it('leaves open which dollar an English reader means', () => {
        expect(readAmount('$ 1,500', 'en')).toEqual([{ amount: '1500', currency: undefined }])
    })

    it.each(['ZZZ 5', 'USD 5 EUR', '$', 'USD', '-5', '(5)', '1.2.3', '5 mil', '.5', '1..500', '1,500,00'])(
        'refuses "%s"',
        (text) => {
            expect(spanish(text)).toEqual([])
        },
    )

    it.each([
        ['1500.000', 'es-AR', ['1500000', '1500']],
        ['1500.000', 'en', ['1500000', '1500']],
        ['1,500', 'es-AR', ['1500', '1.5']],
        ['1.500', 'en', ['1500', '1.5']],
        ['$ 12,345', 'es-AR', ['12345', '12.345']],
    ])('is in doubt about %s, %s', (text, locale, both) => {
        expect(amounts(text, locale)).toEqual(both)
        expect(parseAmount(text, locale)).toBeUndefined()
    })

    it.each([
        ['1,500.50', 'es-AR', '1500.5'],
        ['1.500,50', 'en', '1500.5'],
        ['1.500.000', 'en', '1500000'],
        ['1,500,000', 'es-AR', '1500000'],
        ['0,125', 'es-AR', '0.125'],
        ['1.234,567', 'es-AR', '1234.567'],
    ])('is in no doubt about %s, %s', (text, locale, amount) => {
        expect(amounts(text, locale)).toEqual([amount])
    })
})

describe('every amount', () => {
    /** The same amounts at each run. */
    function* someAmounts() {
        let seed = 13
        const random = (below: number) => {
            seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
            return Math.floor((seed / 2_147_483_648) * below)
        }
        const digits = (count: number) => Array.from({ length: count }, () => random(10)).join('')
        for (let round = 0; round < 3_000; round++) {
            const integer = digits(1 + random(15)).replace(/^0+(?=\d)/, '')
            const decimals = digits(random(5)).replace(/0+$/, '')
            yield decimals ? `${integer}.${decimals}` : integer
        }
    }

    it.each(['es-AR', 'en'])('reads back as it was written, %s', (locale) => {
        for (const amount of someAmounts()) {
            expect(readAmount(writeAmount(amount, locale), locale)).toEqual([{ amount, currency: undefined }])
            expect(readAmount(sayAmount(amount, 'USD', locale), locale)).toContainEqual({
                amount,
                currency: 'USD',
            })
        }
    })

    it.each([
        ['es-AR', 'en'],
        ['en', 'es-AR'],
    ])('with cents, written in %s, is never another one to a reader of %s', (writer, reader) => {
        for (const exact of someAmounts()) {
            const [integer = '', decimals = ''] = exact.split('.')
            const cents = decimals.slice(0, 2).replace(/0+$/, '')
            const amount = cents ? `${integer}.${cents}` : integer
            const read = readAmount(writeAmount(amount, writer), reader).map((reading) => reading.amount)
            expect(read).toContain(amount)
        }
    })

    it('without a sign or a space means the same in both languages', () => {
        for (const amount of someAmounts()) {
            const [integer = ''] = amount.split('.')
            expect(readAmount(integer, 'en')).toEqual(readAmount(integer, 'es-AR'))
        }
    })
})
