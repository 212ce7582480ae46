/** What could be mistaken for a list, an object or a quoted text. */
const JSON_START = /^["[{]/

/**
 * What an address says after the "?". A text is itself, whatever it looks like: in `?q=5555` it is the text "5555" and not a
 * number. Lists are JSON, as is a text that begins like JSON.
 */
export function parseSearch(search: string): Record<string, unknown> {
    return Object.fromEntries([...new URLSearchParams(search)].map(([key, value]) => [key, read(value)]))
}

function read(value: string): unknown {
    if (!JSON_START.test(value)) return value
    try {
        return JSON.parse(value)
    } catch {
        return value
    }
}

/** The other way. */
export function stringifySearch(search: Record<string, unknown>): string {
    const parameters = new URLSearchParams()
    for (const [key, value] of Object.entries(search)) {
        if (value === undefined) continue
        const isText = typeof value === 'string' && !JSON_START.test(value)
        parameters.set(key, isText ? value : JSON.stringify(value))
    }
    const text = parameters.toString()
    return text && `?${text}`
}
