import { useLingui } from '@lingui/react/macro'
import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './Button'
import { toast } from './toast'

const SHOWN = 2_000

/** Puts a text into the clipboard and says so. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
    const { t } = useLingui()
    const [isCopied, setCopied] = useState(false)
    useEffect(() => {
        if (!isCopied) return
        const timer = setTimeout(() => setCopied(false), SHOWN)
        return () => clearTimeout(timer)
    }, [isCopied])
    const copy = async () => {
        try {
            await navigator.clipboard.writeText(text)
            setCopied(true)
        } catch {
            toast(t`El navegador no deja copiar: seleccioná el texto y copialo a mano.`, { tone: 'danger' })
        }
    }
    return (
        <>
            <Button
                icon={isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
                onPress={() => void copy()}
            >
                {isCopied ? t`Copiado` : (label ?? t`Copiar`)}
            </Button>
            <span role="status" className="visually-hidden">
                {isCopied && t`Copiado`}
            </span>
        </>
    )
}
