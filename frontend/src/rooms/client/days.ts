/** What happened on the same day together, in the order given; `nameOf` knows the reader's time zone. */
export function byDay<T extends { at: string }>(
    items: T[],
    nameOf: (instant: string) => string,
): [string, T[]][] {
    const days = new Map<string, T[]>()
    for (const item of items) {
        const day = nameOf(item.at)
        days.set(day, [...(days.get(day) ?? []), item])
    }
    return [...days]
}
