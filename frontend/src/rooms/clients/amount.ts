const INTEGER_DIGITS = 15
const DECIMALS = 4

/** What a text may mean: a decimal string as services exchange it, and the currency where the text names one. */
export interface Reading {
    amount: string
    currency: string | undefined
}

function separators(locale: string) {
    const parts = new Intl.NumberFormat(locale).formatToParts(1_000_000.5)
    const find = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
    return { group: find('group'), decimal: find('decimal') }
}

/**
 * What somebody typed as an amount can mean: nothing, one amount, or two between which only they can choose, as "1,500" is for
 * a Spanish reader. Thousands may be set apart as either language does, or with spaces; a currency may stand on either side.
 */
export function readAmount(text: string, locale: string): Reading[] {
    const { number, currencies } = parts(text)
    const named = [...new Set(currencies.map((sign) => currencyOf(sign, locale)))]
    if (named.length > 1 || named.includes(null)) return []
    const currency = named[0] ?? undefined
    return numbersIn(number, separators(locale).group)
        .map(([integer, decimals]) => plain(integer, decimals))
        .filter((amount) => amount !== undefined)
        .map((amount) => ({ amount, currency }))
}

/** The amount of a text that can mean only one. */
export function parseAmount(text: string, locale: string): string | undefined {
    const [reading, other] = readAmount(text, locale)
    return other ? undefined : reading?.amount
}

function parts(text: string) {
    const [, before = '', number = '', after = ''] =
        /^([^\d.,]*)([\d.,]*)([^\d.,]*)$/.exec(text.replace(/\s/g, '')) ?? []
    return { number, currencies: [before, after].filter((sign) => sign !== '') }
}

const SIGNS: Record<string, string> = { US$: 'USD', U$S: 'USD', U$D: 'USD', AR$: 'ARS', '€': 'EUR' }

/** Null for what is no currency; undefined for a sign that leaves open which one. */
function currencyOf(sign: string, locale: string) {
    const name = sign.toUpperCase()
    if (name === '$') return locale.startsWith('es') ? 'ARS' : undefined
    return SIGNS[name] ?? (Intl.supportedValuesOf('currency').includes(name) ? name : null)
}

/** Integer and decimals of each number that the text can be; the more likely first. */
function numbersIn(text: string, group: string): [string, string][] {
    if (/^\d+$/.test(text)) return [[text, '']]
    const grouped = /^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d*))?$/.exec(text)
    const once = /^(\d+)([.,])(\d*)$/.exec(text)
    const asThousands: [string, string] = [text.replace(/[.,]/, ''), '']
    const asDecimals: [string, string] = [once?.[1] ?? '', once?.[3] ?? '']
    // Both signs, or one of them again and again, leave no doubt.
    if (!once) return grouped ? [[grouped[1]?.replaceAll(/[.,]/g, '') ?? '', grouped[3] ?? '']] : []
    // Neither does what cannot be thousands, as in 1500.5 or 0.125,
    const [, integer = '', sign, decimals = ''] = once
    if (decimals.length !== 3 || integer.startsWith('0')) return [asDecimals]
    // nor the sign that sets thousands apart in the reader's language, where it does.
    return sign === group && grouped ? [asThousands] : [asThousands, asDecimals]
}

function plain(integer: string, decimals: string) {
    const whole = integer.replace(/^0+(?=\d)/, '')
    if (whole.length > INTEGER_DIGITS || decimals.length > DECIMALS) return undefined
    const rest = decimals.replace(/0+$/, '')
    return rest ? `${whole}.${rest}` : whole
}

/** The other way: as the language writes it, without zeros that say nothing and so that it reads back as the same amount. */
export function writeAmount(amount: string, locale: string): string {
    const [integer = '0', decimals = ''] = amount.split('.')
    const rest = decimals.replace(/0+$/, '')
    const whole = new Intl.NumberFormat(locale).format(BigInt(integer))
    // Three decimals alone could be thousands.
    const shown = rest.length === 3 && integer.length <= 3 ? `${rest}0` : rest
    return shown ? whole + separators(locale).decimal + shown : whole
}

/** As money, to the last decimal. */
export function sayAmount(amount: string, currency: string, locale: string) {
    const format = new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        currencyDisplay: 'code',
        maximumFractionDigits: DECIMALS,
    })
    return format.format(amount as `${number}`)
}
