export type Filter = Record<string, string[]>

/** One condition a line: a JSON pointer into the event's data, and the values that it may have. */
export function writeFilter(filter?: Filter | null) {
    return Object.entries(filter ?? {})
        .map(([pointer, values]) => `${pointer} = ${values.join(', ')}`)
        .join('\n')
}

/** The filter, or the first line that is not understood. */
export function readFilter(text: string): { filter: Filter } | { wrong: string } {
    const filter: Filter = {}
    for (const line of text.split('\n').map((line) => line.trim())) {
        if (!line) continue
        const [, pointer, list = ''] = /^(\/[^=\s]+)\s*=\s*(.+)$/.exec(line) ?? []
        const values = list
            .split(',')
            .map((value) => value.trim())
            .filter(Boolean)
        if (!pointer || values.length === 0) return { wrong: line }
        filter[pointer] = [...(filter[pointer] ?? []), ...values]
    }
    return { filter }
}
