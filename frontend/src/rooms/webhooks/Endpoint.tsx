import { useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { SearchX } from 'lucide-react'
import { hasStatus } from '@/api/problem'
import { Page } from '@/app/Page'
import { EmptyState, ErrorState, Loading, Skeleton } from '@/design/States'
import { useChanges } from '@/live/changes'
import { Deliveries } from './Deliveries'
import { DeliveryPanel } from './DeliveryPanel'
import styles from './Endpoint.module.css'
import { EndpointActions } from './EndpointActions'
import { EndpointNotice } from './EndpointNotice'
import { EndpointFacts } from './EndpointFacts'
import { endpointQuery, refreshEndpoint } from './queries'
import { EndpointBadge } from './StateBadge'

/** One endpoint: how it is set up, and what was sent to it, as it happens. */
export function Endpoint() {
    const { t } = useLingui()
    const { endpointId = '' } = useParams({ strict: false })
    const { state, delivery } = useSearch({ strict: false })
    const navigate = useNavigate()
    const queries = useQueryClient()
    const { data: endpoint, error, refetch } = useQuery(endpointQuery(endpointId))
    useChanges((changes) => {
        if (changes === 'everything' || changes.some(({ subject }) => subject === endpointId)) {
            void refreshEndpoint(queries, endpointId)
        }
    })

    if (hasStatus(error, 404) || hasStatus(error, 400)) {
        return (
            <Page title={t`Endpoint`}>
                <EmptyState icon={<SearchX aria-hidden />} title={t`Este endpoint ya no existe`} />
            </Page>
        )
    }
    if (!endpoint) {
        return (
            <Page title={t`Endpoint`}>
                {error ? <ErrorState error={error} retry={() => void refetch()} /> : <Placeholder />}
            </Page>
        )
    }
    const close = () =>
        void navigate({
            to: '/webhooks/$endpointId',
            params: { endpointId },
            search: { state },
            resetScroll: false,
        })
    return (
        <Page
            title={endpoint.url}
            aside={<EndpointBadge endpoint={endpoint} />}
            actions={<EndpointActions endpoint={endpoint} />}
        >
            <EndpointNotice endpoint={endpoint} />
            <EndpointFacts endpoint={endpoint} />
            <Deliveries key={`${endpointId} ${state ?? ''}`} endpoint={endpoint} state={state} />
            {delivery && <DeliveryPanel id={delivery} endpoint={endpoint} onClose={close} />}
        </Page>
    )
}

function Placeholder() {
    return (
        <Loading>
            <div className={styles.placeholder}>
                <Skeleton height="6rem" />
                <Skeleton height="24rem" />
            </div>
        </Loading>
    )
}
