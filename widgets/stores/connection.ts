import { atom } from 'nanostores'

/** Whom the page speaks for. The token is asked for when needed and never stored. */
export interface Connection {
  /** Where the billing server is, without a slash at the end. */
  api: string
  /** BCP 47; without it the page's `lang` decides. */
  locale?: string
  /** The customer's tenant, as in `legacy533`. */
  ecosystem?: string | undefined
  /** A current bearer token of the signed-in person. */
  getToken?: (() => string | null | undefined | Promise<string | null | undefined>) | undefined
}

/** The server that this very file came from; empty, the page's own, when it came from a bundler or a disk. */
const [, origin = ''] = /^(https?:.*)\/widgets\/[^?]*\.js/.exec(import.meta.url) ?? []

export const $connection = atom<Connection>({ api: origin })

/** The page's `lang` may change at any time: whoever reads the connection speaks its language of then. A server has no page. */
if (globalThis.MutationObserver)
  new MutationObserver(() => $connection.set({ ...$connection.value })).observe(document, {
    subtree: true,
    attributeFilter: ['lang'],
  })

let person = new AbortController()

/** Aborted as soon as somebody else, or nobody, is connected: what was asked for this person is no longer wanted. */
export const personSignal = (): AbortSignal => person.signal

/** Something that is made again for each person, so that nobody is shown what the one before was. */
export const perPerson = <T>(make: () => T): (() => T) => {
  let signal: AbortSignal | undefined
  let made: T
  return () => {
    if (signal !== person.signal) made = make()
    signal = person.signal
    return made
  }
}

/**
 * Tells every element of the page whom it serves. Another ecosystem or another token callback is another person: what the
 * one before was shown is forgotten, and read again. `null` signs out.
 */
export const connect = (connection: Partial<Connection> | null): void => {
  const { ecosystem, getToken, ...page } = $connection.get()
  const next: Connection = connection ? { ...page, ecosystem, getToken, ...connection } : page
  const isSame = next.ecosystem === ecosystem && next.getToken === getToken
  if (ecosystem && getToken && !isSame) {
    person.abort()
    person = new AbortController()
  }
  $connection.set(next)
}
