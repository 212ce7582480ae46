import { useLingui } from '@lingui/react/macro'
import { Loading, Skeleton } from '@/design/States'
import { STAGE_ORDER, STAGES } from '@/i18n/labels'
import { StageDot } from '@/rooms/clients/StageLabel'
import board from './Board.module.css'
import column from './Column.module.css'

const CARDS = 6

/** The columns are known before their cards. */
export function BoardSkeleton() {
    const { t } = useLingui()
    return (
        <Loading>
            <div className={board.board}>
                {STAGE_ORDER.map((stage, index) => (
                    <section key={stage} className={column.column}>
                        <div className={column.header}>
                            <StageDot stage={stage} />
                            <span className={column.title}>{t(STAGES[stage])}</span>
                        </div>
                        <div className={column.scroller}>
                            {Array.from({ length: CARDS - (index % 3) }, (_, card) => (
                                <Skeleton key={card} height="3.75rem" />
                            ))}
                        </div>
                    </section>
                ))}
            </div>
        </Loading>
    )
}
