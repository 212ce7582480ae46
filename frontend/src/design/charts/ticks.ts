const STEPS = [1, 2, 5, 10]

/** Round values for an axis of counts from nought to at least the largest, in few even steps. */
export function niceTicks(largest: number, most = 4) {
    const rough = Math.max(1, largest / most)
    const magnitude = 10 ** Math.floor(Math.log10(rough))
    const step = (STEPS.find((factor) => factor * magnitude >= rough) ?? 10) * magnitude
    const count = Math.max(1, Math.ceil(largest / step))
    return Array.from({ length: count + 1 }, (_, index) => index * step)
}

/** Which of so many labels to write so that they do not touch: evenly, and always the last. */
export function everyNth(length: number, most: number) {
    const step = Math.max(1, Math.ceil(length / most))
    return (index: number) => (length - 1 - index) % step === 0
}
