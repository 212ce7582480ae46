import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { throttle } from './useThrottled'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('runs at once, and a burst only once more', () => {
    const run = vi.fn()
    const throttled = throttle(1000)
    throttled.run(run)
    expect(run).toHaveBeenCalledTimes(1)
    for (let call = 0; call < 50; call++) throttled.run(run)
    vi.advanceTimersByTime(999)
    expect(run).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(1)
    expect(run).toHaveBeenCalledTimes(2)
    vi.advanceTimersByTime(5000)
    expect(run).toHaveBeenCalledTimes(2)
})

test('never more than once in its pause', () => {
    const run = vi.fn()
    const throttled = throttle(1000)
    for (let passed = 0; passed < 10_000; passed += 100) {
        throttled.run(run)
        vi.advanceTimersByTime(100)
    }
    expect(run).toHaveBeenCalledTimes(11)
})

test('a cancelled one does not run later', () => {
    const run = vi.fn()
    const throttled = throttle(1000)
    throttled.run(run)
    throttled.run(run)
    throttled.cancel()
    vi.advanceTimersByTime(5000)
    expect(run).toHaveBeenCalledTimes(1)
})
