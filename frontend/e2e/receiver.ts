import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from '@playwright/test'

interface Received {
    headers: IncomingHttpHeaders
    body: string
    event: { type: string; data: Record<string, unknown> }
}

/** A partner's system on this machine: keeps what it receives, and answers as it is told. */
export async function openReceiver() {
    const received: Received[] = []
    const state = { status: 200 }
    const server = createServer((request, response) => {
        const chunks: Buffer[] = []
        request.on('data', (chunk: Buffer) => chunks.push(chunk))
        request.on('end', () => {
            const body = Buffer.concat(chunks).toString('utf8')
            received.push({
                headers: request.headers,
                body,
                event: JSON.parse(body) as Received['event'],
            })
            response.writeHead(state.status, { 'Content-Type': 'text/plain' })
            response.end(`answered ${state.status}`)
        })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    return {
        url: `http://127.0.0.1:${port}/avisos`,
        answerWith: (status: number) => (state.status = status),
        /** The first event of the type, once it came, and with these data. */
        async next(type: string, data: Record<string, unknown> = {}) {
            const find = () =>
                received.find(
                    ({ event }) =>
                        event.type === type &&
                        Object.entries(data).every(([name, value]) => event.data[name] === value),
                )
            await expect.poll(() => find()?.event.type, { message: `${type} arrives` }).toBe(type)
            const arrived = find()
            if (!arrived) throw new Error('Nothing is ever taken away again')
            return arrived
        },
        async close() {
            server.closeAllConnections()
            await new Promise((resolve) => server.close(resolve))
        },
    }
}

/** By Standard Webhooks 1.0.0, as a partner would do it without a library. */
export function isSignedWith(secret: string, { headers, body }: Received) {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    const content = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`
    const expected = createHmac('sha256', key).update(content).digest()
    const age = Math.abs(Date.now() / 1000 - Number(headers['webhook-timestamp']))
    return (
        age < 300 &&
        String(headers['webhook-signature'])
            .split(' ')
            .filter((signature) => signature.startsWith('v1,'))
            .map((signature) => Buffer.from(signature.slice(3), 'base64'))
            .some((given) => given.length === expected.length && timingSafeEqual(given, expected))
    )
}
