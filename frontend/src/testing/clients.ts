import type { Stage } from '@/i18n/labels'
import type { Board } from '@/rooms/clients/board'
import type { Client } from '@/rooms/clients/queries'

/** A client whose every field says something. */
export const LUCIA: Client = {
    id: '01890000-0000-7000-8000-00000000000a',
    firstName: 'Lucía',
    lastName: 'Fernández',
    email: 'lucia@example.com',
    phone: '+54 11 5555-0101',
    riskProfile: 'MEDIUM',
    stage: 'CONTACTED',
    stageSince: '2026-03-01T12:00:00Z',
    leadSource: 'REFERRAL',
    notes: 'Prefiere la mañana',
    liveNotes: null,
    portfolioName: 'Moderada',
    referredByClientId: null,
    savingsCapacity: { amount: '1500.5000', currency: 'USD' },
    ownerId: '01890000-0000-7000-8000-000000000001',
    version: 3,
    createdAt: '2026-01-10T12:00:00Z',
    updatedAt: '2026-03-01T12:00:00Z',
    archivedAt: null,
}

/** The nth of many. */
export function clientNumber(n: number): Client {
    return {
        ...LUCIA,
        id: `01890000-0000-7000-8001-${String(n).padStart(12, '0')}`,
        firstName: 'Cliente',
        lastName: String(n),
        email: `cliente${n}@example.com`,
    }
}

/** One of that stage, for boards. */
export function aClient(id: string, stage: Stage, stageSince = '2026-01-01T00:00:00Z', version = 0): Client {
    return { ...LUCIA, id, lastName: id, email: `${id}@example.com`, stage, stageSince, version }
}

export function aBoard(clients: Partial<Record<Stage, Client[]>>, nextCursor: string | null = null): Board {
    return {
        columns: Object.entries(clients).map(([stage, items]) => ({
            stage: stage as Stage,
            total: items.length,
            items,
            nextCursor,
        })),
    }
}
