/** How a room looks stays for good; what it was narrowed to, which may name a client, ends with the tab or the session. */
const LOOK = ['columns', 'sort', 'period']
/** Opens over the room, whatever it shows. */
const OVER_THE_ROOM = 'panel'
/** In place of what the room usually shows: not what somebody wants to come back to. */
const ANOTHER_PLACE = 'archived'

type Search = Record<string, unknown>
type Views = Record<string, Search>

const keyOf = (userId: string) => `cactus.views.${userId}`

function read(storage: Storage, userId: string): Views {
    try {
        return JSON.parse(storage.getItem(keyOf(userId)) ?? '{}') as Views
    } catch {
        return {}
    }
}

function only(search: Search, belongs: (key: string) => boolean): Search {
    return Object.fromEntries(
        Object.entries(search).filter(([key, value]) => value !== undefined && belongs(key)),
    )
}

const isLook = (key: string) => LOOK.includes(key)
const isFilter = (key: string) => !isLook(key) && key !== OVER_THE_ROOM && key !== ANOTHER_PLACE

/** Keeps what somebody chose in a room, for when they come back to it. */
export function rememberView(userId: string, room: string, search: Search) {
    const keep = (storage: Storage, part: Search) =>
        storage.setItem(keyOf(userId), JSON.stringify({ ...read(storage, userId), [room]: part }))
    keep(localStorage, only(search, isLook))
    keep(sessionStorage, only(search, isFilter))
}

/**
 * The search with which somebody comes into a room, completed by what they chose there before; undefined when it adds nothing.
 * An address that says something of its own, as a link to one stage does, is not narrowed further.
 */
export function recalledView(userId: string, room: string, search: Search): Search | undefined {
    const said = only(search, (key) => key !== OVER_THE_ROOM)
    const recalled = {
        ...(Object.keys(said).length === 0 && read(sessionStorage, userId)[room]),
        ...read(localStorage, userId)[room],
    }
    const added = only(recalled, (key) => search[key] === undefined)
    return Object.keys(added).length > 0 ? { ...added, ...search } : undefined
}

/** For a link that promises all. */
export function forgetFilters(userId: string, room: string) {
    sessionStorage.setItem(keyOf(userId), JSON.stringify({ ...read(sessionStorage, userId), [room]: {} }))
}
