import { expect, test } from 'vitest'
import { clock, segments } from './timings'

const ATTEMPT = {
    startedAt: '2026-01-01T00:00:00Z',
    status: 200,
    error: null,
    response: 'ok',
    queueMillis: 2,
    connectMillis: 10,
    firstByteMillis: 90,
    totalMillis: 100,
}

test('the phases follow one another', () => {
    expect(segments(ATTEMPT)).toEqual([
        { phase: 'queue', from: 0, length: 2 },
        { phase: 'connect', from: 2, length: 10 },
        { phase: 'wait', from: 12, length: 80 },
        { phase: 'read', from: 92, length: 10 },
    ])
})

test('without a connection the rest is the failure', () => {
    expect(segments({ ...ATTEMPT, connectMillis: null, firstByteMillis: null })).toEqual([
        { phase: 'queue', from: 0, length: 2 },
        { phase: 'failed', from: 2, length: 100 },
    ])
})

test('an answer that never began failed while waiting', () => {
    expect(segments({ ...ATTEMPT, firstByteMillis: null }).at(-1)).toEqual({
        phase: 'failed',
        from: 12,
        length: 90,
    })
})

test.each([
    [0, '00:00'],
    [-5000, '00:00'],
    [4200, '00:05'],
    [65_000, '01:05'],
    [3_600_000, '1:00:00'],
    [36_061_000, '10:01:01'],
])('%i ms are %s', (milliseconds, text) => {
    expect(clock(milliseconds)).toBe(text)
})
