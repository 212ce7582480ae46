import { lazy, Suspense, type ComponentProps } from 'react'
import { useUser } from '@/app/useUser'

/** Managers hand on what they and their team have, administrators everything. */
export function useMayTransfer() {
    return ['MANAGER', 'ADMIN'].includes(useUser().role)
}

// Seldom wanted, and only by some.
const Form = lazy(() => import('./TransferForm').then(({ TransferForm }) => ({ default: TransferForm })))

export function TransferDialog(props: ComponentProps<typeof Form>) {
    return (
        <Suspense>
            <Form {...props} />
        </Suspense>
    )
}
