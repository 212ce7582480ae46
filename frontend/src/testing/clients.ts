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
