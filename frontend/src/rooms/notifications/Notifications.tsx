import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { CheckCheck } from 'lucide-react'
import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useProblemText } from '@/api/problem'
import { Page } from '@/app/Page'
import { Button } from '@/design/Button'
import tabs from '@/design/Tabs.module.css'
import { toast } from '@/design/toast'
import { NotificationList } from './NotificationList'
import styles from './Notifications.module.css'
import { markAllRead, unreadQuery } from './queries'

/** The whole inbox. */
export function Notifications() {
    const { t } = useLingui()
    const queries = useQueryClient()
    const text = useProblemText()
    const { data: unread = 0 } = useQuery(unreadQuery)
    const [shown, show] = useState('all')
    const markingAll = useMutation({
        mutationFn: () => markAllRead(queries),
        onError: (error) => toast(text(error), { tone: 'danger' }),
    })
    return (
        <Page
            title={t`Notificaciones`}
            actions={
                <Button
                    icon={<CheckCheck aria-hidden />}
                    isDisabled={unread === 0}
                    onPress={() => markingAll.mutate()}
                >
                    <Trans>Marcar todas como leídas</Trans>
                </Button>
            }
        >
            <Tabs
                selectedKey={shown}
                onSelectionChange={(key) => show(String(key))}
                className={styles.inbox ?? ''}
            >
                <TabList aria-label={t`Qué mostrar`} className={tabs.list ?? ''}>
                    <Tab id="all" className={tabs.tab ?? ''}>
                        <Trans>Todas</Trans>
                    </Tab>
                    <Tab id="unread" className={tabs.tab ?? ''}>
                        {t`Sin leer (${unread})`}
                    </Tab>
                </TabList>
                <TabPanel id="all" className={tabs.panel ?? ''}>
                    <NotificationList unreadOnly={false} />
                </TabPanel>
                <TabPanel id="unread" className={tabs.panel ?? ''}>
                    <NotificationList unreadOnly />
                </TabPanel>
            </Tabs>
        </Page>
    )
}
