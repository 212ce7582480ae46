import { defineConfig } from '@playwright/test'

/** Against a suite that the launcher started: CACTUS_URL is its gateway, CACTUS_DEMO the file with its demo sign-ins. */
export default defineConfig({
    testDir: 'e2e',
    outputDir: 'target/e2e',
    // They share one firm, and the machine has two cores.
    workers: 1,
    forbidOnly: true,
    retries: 0,
    timeout: 45_000,
    expect: { timeout: 10_000 },
    reporter: [['list']],
    use: {
        baseURL: process.env.CACTUS_URL ?? 'http://localhost:8080',
        locale: 'es-AR',
        timezoneId: 'America/Argentina/Buenos_Aires',
        viewport: { width: 1280, height: 800 },
        trace: 'retain-on-failure',
        launchOptions: {
            executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
            args: [
                '--no-sandbox',
                '--disable-gpu',
                '--disable-quic',
                '--no-first-run',
                '--disable-background-networking',
                '--disable-component-update',
                '--disable-sync',
            ],
        },
    },
})
