import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useRef, useState } from 'react'
import { expect, it, vi } from 'vitest'
import { MenuAt } from './Menu'

const edit = vi.fn()

function Rows() {
    const button = useRef<HTMLElement>(null)
    const [isOpen, setOpen] = useState(false)
    return (
        <>
            <button
                onClick={(event) => {
                    button.current = event.currentTarget
                    setOpen(true)
                }}
            >
                Acciones
            </button>
            {isOpen && (
                <MenuAt
                    trigger={button}
                    onClose={() => setOpen(false)}
                    label="Acciones"
                    actions={[
                        { id: 'open', label: 'Abrir', onAction: vi.fn() },
                        { id: 'edit', label: 'Editar', onAction: edit },
                    ]}
                />
            )}
        </>
    )
}

it('is walked from its first action when a key opened it', async () => {
    render(<Rows />)
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(screen.getByRole('menuitem', { name: 'Abrir' })).toHaveFocus())
    await userEvent.keyboard('{ArrowDown}{Enter}')
    expect(edit).toHaveBeenCalledOnce()
    await waitFor(() => expect(screen.queryByRole('menu')).not.toBeInTheDocument())
})
