import { expect, it } from 'vitest'
import { defaultColumns, inShort } from './useView'

const standard = defaultColumns('ADVISOR')

it('leaves out of the address what goes without saying', () => {
    expect(
        inShort(
            { q: '  ', stage: [], risk: undefined, sort: '-createdAt', columns: [...standard].reverse() },
            standard,
        ),
    ).toEqual({})
})

it('keeps what was chosen', () => {
    const chosen = { q: 'ana', stage: ['DORMANT' as const], sort: 'lastName' as const, columns: [] }
    expect(inShort(chosen, standard)).toEqual(chosen)
})

it('shows the owner to those who see more than their own', () => {
    expect(defaultColumns('ADVISOR')).not.toContain('owner')
    expect(defaultColumns('COMPLIANCE')).toContain('owner')
})
