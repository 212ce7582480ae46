/** The mark; beside it stands the name. */
export function Logo({ size = 24 }: { size?: number }) {
    return <img src="/favicon.svg" alt="" width={size} height={size} />
}
