import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { ANA, show } from '@/testing/render'
import { problem, server } from '@/testing/server'
import { SignInForm } from './SignInForm'

async function fill(identifier: string, password: string) {
    if (identifier) await userEvent.type(await screen.findByLabelText('Correo o usuario'), identifier)
    if (password) await userEvent.type(screen.getByLabelText('Contraseña'), password)
    await userEvent.click(await screen.findByRole('button', { name: 'Ingresar' }))
}

it('signs in and says who it was', async () => {
    server.on('POST', '/api/v1/session', { user: ANA })
    const signedIn = vi.fn()
    show(<SignInForm onSignedIn={signedIn} />)
    await fill(' ana@cactus.example ', 'long enough')
    await vi.waitFor(() => expect(signedIn).toHaveBeenCalled())
    expect(signedIn.mock.calls[0]?.[0]).toEqual(ANA)
    expect(server.requests[0]?.body).toEqual({ identifier: 'ana@cactus.example', password: 'long enough' })
})

it('asks for what is missing before it asks the server', async () => {
    show(<SignInForm onSignedIn={vi.fn()} />)
    await fill('ana', '')
    expect(await screen.findByText('Escribí tu contraseña')).toBeVisible()
    expect(server.requests).toEqual([])
})

it('says the same of an unknown user and a wrong password', async () => {
    server.on('POST', '/api/v1/session', () => problem(401, 'Wrong identifier or password'))
    show(<SignInForm onSignedIn={vi.fn()} />)
    await fill('ana', 'wrong')
    expect(await screen.findByRole('alert')).toHaveTextContent('El usuario o la contraseña no son correctos')
})

it('says how long to wait after too many tries', async () => {
    server.on('POST', '/api/v1/session', () => {
        const refusal = problem(429, 'Too many tries')
        refusal.headers.set('Retry-After', '30')
        return refusal
    })
    show(<SignInForm onSignedIn={vi.fn()} />)
    await fill('ana', 'wrong')
    expect(await screen.findByRole('alert')).toHaveTextContent('Probá de nuevo en 30 segundos')
})
