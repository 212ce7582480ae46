import { useEffect, useState } from 'react'

const PAUSE = 150

/** What is being typed, told when there is a pause; follows when the address changes for another reason. */
export function useSearchText(q: string | undefined, tell: (q: string) => void) {
    const [text, setText] = useState(q ?? '')
    const [told, setTold] = useState(q ?? '')
    const [seen, setSeen] = useState(q)
    if (q !== seen) {
        setSeen(q)
        if ((q ?? '') !== told) {
            setTold(q ?? '')
            setText(q ?? '')
        }
    }
    useEffect(() => {
        const wanted = text.trim()
        if (wanted === told) return
        const timer = setTimeout(() => {
            setTold(wanted)
            tell(wanted)
        }, PAUSE)
        return () => clearTimeout(timer)
    }, [text, told, tell])
    return [text, setText] as const
}
