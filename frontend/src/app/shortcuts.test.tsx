import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { turnShortcuts, useShortcuts } from './shortcuts'

let pressed: string[] = []

function Keys() {
    useShortcuts({
        c: () => pressed.push('c'),
        'g c': () => pressed.push('g c'),
        '?': () => pressed.push('?'),
    })
    return <input aria-label="name" />
}

beforeEach(() => {
    pressed = []
    render(<Keys />)
})

it('knows one key from two after one another', async () => {
    await userEvent.keyboard('cgc?')
    expect(pressed).toEqual(['c', 'g c', '?'])
})

it('is silent while somebody types', async () => {
    await userEvent.type(screen.getByLabelText('name'), 'cactus')
    expect(pressed).toEqual([])
})

it('leaves combinations to the browser', async () => {
    await userEvent.keyboard('{Control>}c{/Control}')
    expect(pressed).toEqual([])
})

it('can be turned off', async () => {
    turnShortcuts(false)
    await userEvent.keyboard('c')
    expect(pressed).toEqual([])
})
