import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { STAGE_ORDER } from '@/i18n/labels'
import { changeFeed } from '@/live/changes'
import { ANA, show } from '@/testing/render'
import { problem, server } from '@/testing/server'
import { Cockpit, type Summary } from './Cockpit'

const JUAN = { id: '01890000-0000-7000-8000-00000000000a', firstName: 'Juan', lastName: 'Pérez' }

const SUMMARY: Summary = {
    from: '2026-01-05',
    to: '2026-01-25',
    bucket: 'WEEK',
    totals: {
        clients: 40,
        added: 10,
        won: 4,
        converted: 4,
        addedBefore: 12,
        wonBefore: 1,
        convertedBefore: 0,
    },
    funnel: STAGE_ORDER.map((stage, index) => ({ stage, count: index === 0 ? 10 : index === 1 ? 30 : 0 })),
    growth: [
        { start: '2026-01-05', added: 3, won: 0 },
        { start: '2026-01-12', added: 2, won: 1 },
        { start: '2026-01-19', added: 5, won: 3 },
    ],
    stageDurations: STAGE_ORDER.map((stage, index) => ({
        stage,
        averageDays: index === 0 ? 12.5 : null,
        stays: index === 0 ? 3 : 0,
    })),
    stuck: [
        {
            client: JUAN,
            stage: 'OPENING',
            since: new Date(Date.now() - 85 * 86_400_000).toISOString(),
            days: 85,
            ownerId: ANA.id,
        },
    ],
    latest: [
        {
            id: '01890000-0000-7000-8000-00000000000b',
            kind: 'STAGE_CHANGED',
            client: JUAN,
            actorId: ANA.id,
            actorName: 'Ana Suárez',
            at: new Date(Date.now() - 3 * 3_600_000).toISOString(),
            fromStage: 'CONTACTED',
            toStage: 'OPENING',
            fields: null,
            portfolio: null,
            fromOwnerId: null,
            fromOwnerName: null,
            toOwnerId: null,
            toOwnerName: null,
        },
    ],
}

beforeEach(() => {
    server.on('GET', '/api/v1/notifications/unread-count', { unread: 7 })
    server.on('GET', '/api/v1/clients/summary', SUMMARY)
})

function figure(name: string) {
    return screen.getByText(name, { selector: 'dt' }).parentElement?.textContent
}

test('the figures tell what is new, against the period before', async () => {
    show(<Cockpit />)
    await screen.findByText('40')
    await screen.findByText('7')
    expect(figure('Nuevos')).toBe('Nuevos10-2 antes 12')
    expect(figure('Ganados')).toBe('Ganados4+3 antes 1')
    expect(figure('Conversión')).toBe('Conversión40%4 de estos 10 nuevos')
    expect(figure('Sin leer')).toBe('Sin leer7Ver notificaciones')
})

test('few new clients make no rate', async () => {
    server.on('GET', '/api/v1/clients/summary', {
        ...SUMMARY,
        totals: { ...SUMMARY.totals, added: 4, won: 2 },
    })
    show(<Cockpit />)
    expect(await screen.findByText('pocos datos todavía')).toBeVisible()
    expect(figure('Conversión')).toContain('—')
})

test('each stage of the funnel leads to its clients', async () => {
    show(<Cockpit />)
    const funnel = await screen.findByRole('table', { name: 'Clientes por etapa del pipeline' })
    const row = within(funnel).getByRole('row', { name: /Contactado/ })
    expect(row).toHaveTextContent('Contactado3075%')
    expect(within(row).getByRole('link')).toHaveAttribute(
        'href',
        `/clients?stage=${encodeURIComponent('["CONTACTED"]')}`,
    )
    expect(within(funnel).getAllByRole('link')).toHaveLength(10)
})

test('a stage that nobody left has no average', async () => {
    show(<Cockpit />)
    const table = await screen.findByRole('table', { name: /Promedio de días/ })
    expect(within(table).getByRole('row', { name: /Prospecto/ })).toHaveTextContent('Prospecto12,53')
    expect(within(table).getByRole('row', { name: /Contactado/ })).toHaveTextContent('Contactado—0')
})

test('arrows go through the columns and read them out', async () => {
    const user = userEvent.setup()
    show(<Cockpit />)
    const chart = await screen.findByRole('listbox', { name: 'Clientes nuevos y ganados por semana' })
    act(() => chart.focus())
    const selected = () => within(chart).getByRole('option', { selected: true })
    expect(selected()).toHaveAccessibleName('Semana del 19 ene 2026, Nuevos 5, Ganados 3')
    await user.keyboard('{ArrowLeft}')
    expect(selected()).toHaveAccessibleName('Semana del 12 ene 2026, Nuevos 2, Ganados 1')
    expect(chart).toHaveAttribute('aria-activedescendant', selected().id)
    await user.keyboard('{Escape}')
    expect(within(chart).queryByRole('option', { selected: true })).toBeNull()
})

test('the chart is a table at a press', async () => {
    const user = userEvent.setup()
    show(<Cockpit />)
    await screen.findByRole('listbox')
    await user.click(screen.getByRole('button', { name: 'Ver como tabla' }))
    const table = screen.getByRole('table', { name: 'Clientes nuevos y ganados por semana' })
    expect(
        within(table)
            .getAllByRole('row')
            .map((row) => row.textContent),
    ).toEqual([
        'SemanaNuevosGanados',
        'Semana del 5 ene 202630',
        'Semana del 12 ene 202621',
        'Semana del 19 ene 202653',
    ])
})

test('who is stuck, and what happened last, in words', async () => {
    show(<Cockpit />)
    const [stuck, latest] = await screen.findAllByRole('link', { name: 'Juan Pérez' })
    expect(stuck?.closest('li')).toHaveTextContent('Juan PérezApertura85 días')
    expect(stuck).toHaveAttribute('href', `/clients/${JUAN.id}`)
    expect(latest?.closest('li')).toHaveTextContent('Ana Suárez movió a Juan Pérez de Contactado a Apertura')
    expect(latest?.closest('li')).toHaveTextContent('hace 3 h')
})

test('a firm without clients is invited to begin; who only looks is not', async () => {
    server.on('GET', '/api/v1/clients/summary', {
        ...SUMMARY,
        totals: { ...SUMMARY.totals, clients: 0, added: 0 },
        latest: [],
    })
    const view = show(<Cockpit />)
    expect(await screen.findByRole('link', { name: 'Agregar el primer cliente' })).toHaveAttribute(
        'href',
        '/clients?panel=new',
    )
    view.unmount()
    show(<Cockpit />, { user: { ...ANA, role: 'COMPLIANCE' } })
    expect(await screen.findByText('Acá va a crecer tu cartera')).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Agregar el primer cliente' })).toBeNull()
})

test('a failure is told, and tried again on request', async () => {
    const user = userEvent.setup()
    server.on('GET', '/api/v1/clients/summary', () => problem(500, 'Broken'))
    show(<Cockpit />)
    expect(await screen.findByRole('alert')).toHaveTextContent('El servidor no pudo responder')
    server.on('GET', '/api/v1/clients/summary', SUMMARY)
    await user.click(screen.getByRole('button', { name: 'Reintentar' }))
    expect(await screen.findByText('40')).toBeVisible()
})

test('a burst of changes elsewhere costs one more summary, and others none', async () => {
    show(<Cockpit />)
    await screen.findByText('40')
    const asked = () => server.requests.filter(({ path }) => path.includes('/summary')).length
    expect(asked()).toBe(1)
    server.on('GET', '/api/v1/clients/summary', { ...SUMMARY, totals: { ...SUMMARY.totals, clients: 41 } })
    changeFeed.add({ event: 'webhook.endpoint_disabled', subject: JUAN.id })
    await new Promise((passed) => setTimeout(passed, 200))
    expect(asked()).toBe(1)
    changeFeed.add({ event: 'client.created', subject: JUAN.id })
    await screen.findByText('41')
    changeFeed.add({ event: 'client.updated', subject: JUAN.id })
    await new Promise((passed) => setTimeout(passed, 300))
    expect(asked()).toBe(2)
    await vi.waitFor(() => expect(asked()).toBe(3), { timeout: 2000 })
})
