import { useLingui } from '@lingui/react/macro'
import { Page } from '@/app/Page'
import { Card } from '@/design/Card'
import { Loading, Skeleton } from '@/design/States'
import styles from './Client.module.css'

const FACTS = 10
const STAYS = 4

/** The page's parts in their places before anything is known. */
export function ClientSkeleton() {
    const { t } = useLingui()
    return (
        <Page title={t`Cliente`} aside={<Skeleton width="8rem" height="2rem" />}>
            <Loading>
                <div className={styles.columns}>
                    <div className={styles.side}>
                        <Card title={t`Datos`}>
                            <Rows count={FACTS} />
                        </Card>
                        <Card title={t`Notas`}>
                            <Rows count={1} />
                        </Card>
                    </div>
                    <div className={styles.main}>
                        <Card title={t`Recorrido por el pipeline`}>
                            <Rows count={STAYS} />
                        </Card>
                        <Card title={t`Actividad`}>
                            <Rows count={STAYS} />
                        </Card>
                    </div>
                </div>
            </Loading>
        </Page>
    )
}

function Rows({ count }: { count: number }) {
    return Array.from({ length: count }, (_, row) => <Skeleton key={row} height="1.5rem" />)
}
