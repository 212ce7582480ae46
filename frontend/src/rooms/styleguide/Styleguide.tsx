import { Inbox, Plus, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { setTheme, THEMES } from '@/app/theme'
import { Avatar } from '@/design/Avatar'
import { Badge, CountBadge } from '@/design/Badge'
import { Button, IconButton } from '@/design/Button'
import { Card } from '@/design/Card'
import { ConfirmDialog, Dialog } from '@/design/Dialog'
import { Checkbox } from '@/design/Checkbox'
import { TextArea, TextField } from '@/design/Field'
import { Select } from '@/design/Select'
import { Kbd } from '@/design/Kbd'
import { Menu } from '@/design/Menu'
import { EmptyState, ErrorState, Skeleton } from '@/design/States'
import { toast } from '@/design/toast'
import { STAGE_ORDER } from '@/i18n/labels'
import { StageLabel } from '@/rooms/clients/StageLabel'
import styles from './Styleguide.module.css'

const SURFACES = ['canvas', 'surface', 'raised', 'sunken', 'hover', 'pressed', 'skeleton']
const INKS = ['text', 'text-muted', 'text-faint', 'accent-text', 'danger', 'warning', 'success', 'info']
const SIZES = ['xs', 'sm', 'md', 'lg', 'xl', '2xl']
const SPACES = ['1', '2', '3', '4', '5', '6', '8', '12']

/** Every part of the design language on one page, for whoever builds with it; in development only, hence not translated. */
export function Styleguide() {
    return (
        <main className={styles.page}>
            <header className={styles.row}>
                <h1>Styleguide</h1>
                {THEMES.map((theme) => (
                    <Button key={theme} onPress={() => setTheme(theme)}>
                        {theme}
                    </Button>
                ))}
            </header>
            <Tokens />
            <Controls />
            <Overlays />
            <Card title="States">
                <div className={styles.columns}>
                    <EmptyState
                        icon={<Inbox aria-hidden />}
                        title="Nothing here yet"
                        action={<Button variant="primary">Add the first</Button>}
                    >
                        Why it is empty, and what comes next.
                    </EmptyState>
                    <ErrorState error={new Error('offline')} retry={() => undefined} />
                    <div className={styles.stack}>
                        <Skeleton width="60%" />
                        <Skeleton />
                        <Skeleton width="80%" />
                    </div>
                </div>
            </Card>
        </main>
    )
}

function Tokens() {
    return (
        <Card title="Tokens">
            <div className={styles.row}>
                {SURFACES.map((name) => (
                    <Swatch key={name} name={name}>
                        <span className={styles.swatch} style={{ background: `var(--color-${name})` }} />
                    </Swatch>
                ))}
            </div>
            <div className={styles.row}>
                {INKS.map((name) => (
                    <span key={name} style={{ color: `var(--color-${name})` }}>
                        {name}
                    </span>
                ))}
            </div>
            <div className={styles.row}>
                {STAGE_ORDER.map((stage) => (
                    <StageLabel key={stage} stage={stage} />
                ))}
            </div>
            <div className={styles.row}>
                {SIZES.map((size) => (
                    <span key={size} style={{ fontSize: `var(--text-${size})` }}>
                        {`text-${size}`}
                    </span>
                ))}
            </div>
            <div className={styles.row}>
                {SPACES.map((space) => (
                    <Swatch key={space} name={`space-${space}`}>
                        <span className={styles.space} style={{ width: `var(--space-${space})` }} />
                    </Swatch>
                ))}
            </div>
        </Card>
    )
}

function Swatch({ name, children }: { name: string; children: ReactNode }) {
    return (
        <span className={styles.named}>
            {children}
            {name}
        </span>
    )
}

function Controls() {
    const [fruit, setFruit] = useState<'fig' | 'plum' | null>(null)
    return (
        <Card title="Controls">
            <div className={styles.row}>
                <Button variant="primary" icon={<Plus aria-hidden />}>
                    Primary
                </Button>
                <Button>Secondary</Button>
                <Button variant="ghost">Ghost</Button>
                <Button variant="danger">Danger</Button>
                <Button isDisabled>Disabled</Button>
                <Button isPending>Pending</Button>
                <IconButton label="Delete" shortcut="d">
                    <Trash2 aria-hidden />
                </IconButton>
                <Kbd keys="g c" />
            </div>
            <div className={styles.columns}>
                <TextField label="Text" description="What it is for" placeholder="Placeholder" />
                <TextField label="Refused" error="must not be blank" />
                <Select
                    label="Select"
                    value={fruit}
                    onChange={setFruit}
                    options={[
                        { value: 'fig', label: 'Fig' },
                        { value: 'plum', label: 'Plum' },
                    ]}
                    placeholder="Choose one"
                />
                <TextArea label="Longer text" />
                <Checkbox>Checkbox</Checkbox>
            </div>
            <div className={styles.row}>
                <Badge>Neutral</Badge>
                <Badge tone="success">Success</Badge>
                <Badge tone="warning">Warning</Badge>
                <Badge tone="danger">Danger</Badge>
                <Badge tone="info">Info</Badge>
                <CountBadge count={7} label="7 unread" />
                <Avatar name="Ana Suárez" size="sm" />
                <Avatar name="Bruno Medina" />
                <Avatar name="Carla Paz" size="lg" />
            </div>
        </Card>
    )
}

function Overlays() {
    const [open, setOpen] = useState<'center' | 'side' | 'confirm'>()
    const close = () => setOpen(undefined)
    return (
        <Card title="Overlays">
            <div className={styles.row}>
                <Button onPress={() => setOpen('center')}>Dialog</Button>
                <Button onPress={() => setOpen('side')}>Side panel</Button>
                <Button onPress={() => setOpen('confirm')}>Confirmation</Button>
                <Button onPress={() => toast('Saved')}>Toast</Button>
                <Button onPress={() => toast('Archived', { action: { label: 'Undo', run: close } })}>
                    Toast with undo
                </Button>
                <Menu
                    label="Actions"
                    actions={[
                        { id: 'edit', label: 'Edit', shortcut: 'e', onAction: close },
                        {
                            id: 'remove',
                            label: 'Remove',
                            isDangerous: true,
                            startsGroup: true,
                            onAction: close,
                        },
                    ]}
                >
                    <Button>Menu</Button>
                </Menu>
            </div>
            <Dialog
                isOpen={open === 'center' || open === 'side'}
                placement={open === 'side' ? 'side' : 'center'}
                onClose={close}
                title="Title"
                actions={<Button onPress={close}>Done</Button>}
            >
                <TextField label="Field" />
            </Dialog>
            <ConfirmDialog
                isOpen={open === 'confirm'}
                onClose={close}
                onConfirm={close}
                title="Remove it?"
                confirm="Remove"
                isDangerous
            >
                <p>It cannot be brought back.</p>
            </ConfirmDialog>
        </Card>
    )
}
