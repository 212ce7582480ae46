import { useLingui } from '@lingui/react/macro'
import { Dialog } from '@/design/Dialog'
import { Kbd } from '@/design/Kbd'
import { commandKey } from '@/palette/usePaletteKey'
import { placesFor } from './places'
import styles from './ShortcutsHelp.module.css'
import { ShortcutsSwitch } from './ShortcutsSwitch'
import { useUser } from './useUser'

/** Every shortcut there is, by where it works. */
export function ShortcutsHelp({ onClose }: { onClose: () => void }) {
    const { t } = useLingui()
    const { role } = useUser()
    const groups = [
        {
            title: t`En todas partes`,
            shortcuts: [
                [`${commandKey()} K`, t`Buscar o ir a…`],
                ['?', t`Atajos de teclado`],
                [`${commandKey()} Z`, t`Deshacer lo último`],
                ['c', t`Cliente nuevo`],
                ...placesFor(role).map(({ key, label }) => [`g ${key}`, t(label)] as const),
                ['g a', t`Perfil`],
            ],
        },
        {
            title: t`Clientes`,
            shortcuts: [
                ['/', t`Buscar en la lista`],
                ['↑ ↓', t`Recorrer las filas`],
                ['Enter', t`Abrir el cliente`],
            ],
        },
        {
            title: t`Pipeline`,
            shortcuts: [
                ['↑ ↓ ← →', t`Recorrer las tarjetas`],
                ['[ ]', t`Mover la tarjeta a la etapa anterior o siguiente`],
                ['m', t`Elegir la etapa`],
                ['Enter', t`Abrir el cliente`],
            ],
        },
    ] as const
    return (
        <Dialog isOpen onClose={onClose} title={t`Atajos de teclado`}>
            <div className={styles.groups}>
                {groups.map(({ title, shortcuts }) => (
                    <section key={title}>
                        <h3>{title}</h3>
                        <dl className={styles.list}>
                            {shortcuts.map(([keys, what]) => (
                                <div key={keys}>
                                    <dt>
                                        <Kbd keys={keys} />
                                    </dt>
                                    <dd>{what}</dd>
                                </div>
                            ))}
                        </dl>
                    </section>
                ))}
                <ShortcutsSwitch />
            </div>
        </Dialog>
    )
}
