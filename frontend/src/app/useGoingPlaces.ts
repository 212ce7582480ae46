import { useNavigate } from '@tanstack/react-router'
import { placesFor } from './places'
import { useShortcuts } from './shortcuts'
import { useUser } from './useUser'

/** "g" and a letter leads to each room, "c" to a new client, "?" to the list of shortcuts. */
export function useGoingPlaces(openShortcuts: () => void) {
    const navigate = useNavigate()
    const { role } = useUser()
    const going = placesFor(role).map(({ key, to }) => [`g ${key}`, () => void navigate({ to })] as const)
    useShortcuts({
        ...Object.fromEntries(going),
        'g a': () => void navigate({ to: '/profile' }),
        c: () => {
            if (role === 'COMPLIANCE') return
            // On the list itself the filters stay.
            const keep = window.location.pathname === '/clients'
            void navigate({
                to: '/clients',
                search: (before) => ({ ...(keep ? before : {}), panel: 'new' }),
            })
        },
        '?': openShortcuts,
    })
}
