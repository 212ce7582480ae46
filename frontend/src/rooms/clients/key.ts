/** Every query about clients begins with this, so that all of it can be told stale at once. */
export const KEY = ['clients'] as const
