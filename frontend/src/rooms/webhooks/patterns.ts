import type { EventType } from './queries'

/** Whether an endpoint that subscribed to these patterns gets events of the type. */
export function covers(patterns: string[], type: string) {
    return patterns.some(
        (pattern) =>
            pattern === '*' ||
            pattern === type ||
            (pattern.endsWith('.*') && type.startsWith(pattern.slice(0, -1))),
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
export function withPattern(patterns: string[], pattern: string, isWanted: boolean) {
    const others = patterns.filter(
        (other) => other !== pattern && !(isWanted && covers([pattern], other.replace('.*', '.'))),
    )
    return isWanted ? [...others, pattern] : others
}
