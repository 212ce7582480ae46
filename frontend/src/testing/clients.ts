import type { Stage } from '@/i18n/labels'
import type { Board } from '@/rooms/clients/board'
import type { Client } from '@/rooms/clients/queries'

/** Clients and boards for tests. */
export function aClient(id: string, stage: Stage, stageSince = '2026-01-01T00:00:00Z', version = 0): Client {
    return {
        id,
        firstName: 'Lucía',
        lastName: id,
        email: `${id}@example.com`,
        phone: null,
        riskProfile: 'MEDIUM',
        stage,
        stageSince,
        leadSource: null,
        notes: null,
        liveNotes: null,
        portfolioName: null,
        referredByClientId: null,
        savingsCapacity: null,
        ownerId: '01890000-0000-7000-8000-000000000001',
        version,
        createdAt: '2026-01-01T00:00:00Z',
        updatedAt: '2026-01-01T00:00:00Z',
    }
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
