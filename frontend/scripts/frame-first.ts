import type { Plugin } from 'vite'

const STYLE_SHEET = /\n? *<link rel="stylesheet" crossorigin href="\/assets\/[^>]+>/

/** Moves the page's style sheet behind the frame in its HTML: in the head, it would keep the frame from being painted. */
export function frameFirst(): Plugin {
    return {
        name: 'frame-first',
        apply: 'build',
        transformIndexHtml: {
            order: 'post',
            handler(html) {
                const [link] = STYLE_SHEET.exec(html) ?? []
                if (link === undefined) throw new Error('The page has no style sheet to move')
                return html.replace(link, '').replace(/\n *<\/body>/, (end) => link + end)
            },
        },
    }
}
