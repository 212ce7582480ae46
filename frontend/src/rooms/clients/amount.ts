const INTEGER_DIGITS = 15
const DECIMALS = 4

function separators(locale: string) {
    const parts = new Intl.NumberFormat(locale).formatToParts(1_000_000.5)
    const find = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
    return { group: find('group'), decimal: find('decimal') }
}

/**
 * What somebody typed as an amount, as the decimal string that services exchange; undefined when it is none. Thousands may be
 * set apart as the language does, or with spaces; the other language's decimal sign is understood where it cannot mean thousands.
 */
export function parseAmount(text: string, locale: string): string | undefined {
    const { group, decimal } = separators(locale)
    const plain = text.replace(/[\s\u00a0\u202f]/g, '')
    const isGrouped = new RegExp(`^\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d*)?$`).test(plain)
    const dotted = (isGrouped ? plain.replaceAll(group, '') : plain).replace(/[.,]/, '.')
    const [, integer, decimals = ''] = /^(\d+)(?:\.(\d*))?$/.exec(dotted) ?? []
    if (integer === undefined || decimals.length > DECIMALS) return undefined
    const whole = integer.replace(/^0+(?=\d)/, '')
    if (whole.length > INTEGER_DIGITS) return undefined
    const rest = decimals.replace(/0+$/, '')
    return rest ? `${whole}.${rest}` : whole
}

/** The other way: as the language writes it, without zeros that say nothing. */
export function writeAmount(amount: string, locale: string): string {
    const [integer = '0', decimals = ''] = amount.split('.')
    const rest = decimals.replace(/0+$/, '')
    const whole = new Intl.NumberFormat(locale).format(BigInt(integer))
    return rest ? whole + separators(locale).decimal + rest : whole
}
