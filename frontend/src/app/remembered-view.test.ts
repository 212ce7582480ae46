import { beforeEach, expect, it } from 'vitest'
import { forgetFilters, recalledView, rememberView } from './remembered-view'

beforeEach(() => {
    localStorage.clear()
    sessionStorage.clear()
})

it('completes an address that says nothing', () => {
    rememberView('ana', '/clients', {
        q: 'Peña',
        stage: ['OPENING'],
        columns: ['email'],
        panel: 'new',
        archived: true,
    })
    const view = { q: 'Peña', stage: ['OPENING'], columns: ['email'] }
    expect(recalledView('ana', '/clients', {})).toEqual(view)
    expect(recalledView('ana', '/clients', { panel: 'new' })).toEqual({ ...view, panel: 'new' })
    expect(recalledView('ana', '/clients', view)).toBeUndefined()
})

it('leaves filters out where the address has its own, and keeps the look', () => {
    rememberView('ana', '/clients', { q: 'Peña', columns: ['email'], sort: 'lastName' })
    expect(recalledView('ana', '/clients', { stage: ['PROSPECT'] })).toEqual({
        stage: ['PROSPECT'],
        columns: ['email'],
        sort: 'lastName',
    })
    expect(recalledView('ana', '/clients', { archived: true })).toEqual({
        archived: true,
        columns: ['email'],
        sort: 'lastName',
    })
    expect(recalledView('ana', '/clients', { sort: 'createdAt' })).toEqual({
        sort: 'createdAt',
        columns: ['email'],
    })
})

it('is of one person, one room, and for filters one tab', () => {
    rememberView('ana', '/clients', { q: 'Peña', sort: 'lastName' })
    expect(recalledView('bruno', '/clients', {})).toBeUndefined()
    expect(recalledView('ana', '/pipeline', {})).toBeUndefined()
    sessionStorage.clear()
    expect(recalledView('ana', '/clients', {})).toEqual({ sort: 'lastName' })
})

it('forgets what was chosen no longer', () => {
    rememberView('ana', '/clients', { q: 'Peña', sort: 'lastName' })
    forgetFilters('ana', '/clients')
    expect(recalledView('ana', '/clients', {})).toEqual({ sort: 'lastName' })
    rememberView('ana', '/clients', {})
    expect(recalledView('ana', '/clients', {})).toBeUndefined()
})

it('takes no harm from what somebody else stored there', () => {
    localStorage.setItem('cactus.views.ana', '{broken')
    expect(recalledView('ana', '/clients', {})).toBeUndefined()
})
