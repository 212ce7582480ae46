import styles from './Avatar.module.css'

/** The initials of somebody whose name stands beside it. */
export function Avatar({ name, size = 'md' }: { name: string; size?: 'sm' | 'md' | 'lg' }) {
    return (
        <span aria-hidden className={`${styles.avatar} ${styles[size]} ${styles[`hue${hue(name)}`]}`}>
            {initials(name)}
        </span>
    )
}

function initials(name: string) {
    const words = name.trim().split(/\s+/)
    return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '').join('')
}

function hue(name: string) {
    return Array.from(name).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 6
}
