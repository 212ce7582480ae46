import { useLingui } from '@lingui/react/macro'
import { STAGES, type Stage } from '@/i18n/labels'
import styles from './StageLabel.module.css'

/** The colour of a stage; always beside its name. */
export function StageDot({ stage }: { stage: Stage }) {
    return <span aria-hidden className={styles.dot} style={{ background: stageColor(stage) }} />
}

export function StageLabel({ stage }: { stage: Stage }) {
    const { t } = useLingui()
    return (
        <span className={styles.label}>
            <StageDot stage={stage} />
            {t(STAGES[stage])}
        </span>
    )
}

export function stageColor(stage: Stage) {
    return `var(--color-stage-${stage.toLowerCase().replaceAll('_', '-')})`
}
