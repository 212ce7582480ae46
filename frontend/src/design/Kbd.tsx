import styles from './Kbd.module.css'

/** Keys to press one after the other, such as "g c", or together, such as "Ctrl+K". */
export function Kbd({ keys }: { keys: string }) {
    return (
        <span className={styles.keys}>
            {keys.split(' ').map((key, index) => (
                <kbd key={index} className={styles.kbd}>
                    {key}
                </kbd>
            ))}
        </span>
    )
}
