import type { EventType } from './queries'

/** Whether an endpoint that subscribed to these patterns gets events of the type; an internal one has to be named. */
export function covers(patterns: string[], { type, internal }: Pick<EventType, 'type' | 'internal'>) {
    return patterns.some(
        (pattern) =>
            pattern === type ||
            (!internal &&
                (pattern === '*' || (pattern.endsWith('.*') && type.startsWith(pattern.slice(0, -1))))),
    )
}

/** The catalogue by its nouns, in its order. */
export function byNoun(types: EventType[]) {
    const groups = new Map<string, EventType[]>()
    for (const eventType of types) {
        const noun = `${eventType.type.split('.')[0] ?? ''}.*`
        groups.set(noun, [...(groups.get(noun) ?? []), eventType])
    }
    return [...groups]
}

/** The patterns with one more or less; what a wider one means is not said twice. */
export function withPattern(patterns: string[], pattern: string, isWanted: boolean, types: EventType[]) {
    const internal = types.filter((eventType) => eventType.internal).map(({ type }) => type)
    const means = (other: string) =>
        covers([pattern], { type: other.replace('.*', '.'), internal: internal.includes(other) })
    const others = patterns.filter((other) => other !== pattern && !(isWanted && means(other)))
    return isWanted ? [...others, pattern] : others
}
