interface Route {
    method: string
    path: RegExp
    answer: (request: Request) => Response | Promise<Response>
}

/**
 * Stands in for the gateway in component tests: what a test did not prepare is answered 599, so that it shows. The real
 * services answer in the tests under `e2e`.
 */
class FakeServer {
    readonly requests: { method: string; path: string; body: unknown }[] = []
    private routes: Route[] = []
    private readonly network = globalThis.fetch

    start() {
        this.requests.length = 0
        this.routes = []
        globalThis.fetch = (input, init) => this.answer(new Request(input, init))
    }

    stop() {
        globalThis.fetch = this.network
    }

    /** `*` stands for one segment of the path. The latest that fits answers. */
    on(method: string, path: string, answer: object | ((request: Request) => Response | Promise<Response>)) {
        this.routes.unshift({
            method,
            path: new RegExp(`^${path.replaceAll('*', '[^/]+')}$`),
            answer: typeof answer === 'function' ? (answer as Route['answer']) : () => Response.json(answer),
        })
    }

    private async answer(request: Request) {
        const url = new URL(request.url)
        const text = await request.clone().text()
        this.requests.push({
            method: request.method,
            path: url.pathname + url.search,
            body: text ? (JSON.parse(text) as unknown) : undefined,
        })
        const route = this.routes.find(
            ({ method, path }) => method === request.method && path.test(url.pathname),
        )
        return route
            ? route.answer(request)
            : problem(599, `No answer prepared for ${request.method} ${url.pathname}`)
    }
}

export const server = new FakeServer()

export function problem(status: number, detail: string, errors: { field: string; message: string }[] = []) {
    return Response.json(
        { type: 'about:blank', title: detail, status, detail, errors },
        { status, headers: { 'Content-Type': 'application/problem+json' } },
    )
}
