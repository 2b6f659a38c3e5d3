import { atom } from 'nanostores'
import { ApiError } from '../api/answer.ts'

/** The customer that the page is connected to. The token is requested when needed and never stored. */
export interface Connection {
  /** The address of the billing server, without a slash at the end. */
  api: string
  /** BCP 47; without it the page's `lang` decides. */
  locale?: string
  /** The customer's tenant, as in `legacy533`. */
  ecosystem?: string | undefined
  /** Returns a current bearer token of the signed-in person. */
  getToken?: (() => string | null | undefined | Promise<string | null | undefined>) | undefined
}

/** The origin of this very file; empty (the page's own) when it came from a bundler or a disk. */
const [, origin = ''] = /^(https?:.*)\/widgets\/[^?]*\.js/.exec(import.meta.url) ?? []

export const $connection = atom<Connection>({ api: origin })

/** Read at each access, because the page's `lang` may change at any time. A server has no page. */
if (globalThis.MutationObserver)
  new MutationObserver(() => $connection.set({ ...$connection.value })).observe(document, {
    subtree: true,
    attributeFilter: ['lang'],
  })

let person = new AbortController()

/**
 * Aborted (`signed-out`) as soon as another person connects or this one signs out: nothing that they began goes on. What
 * waits for code or answers between a press and its effect takes the signal at the press.
 */
export const personSignal = (): AbortSignal => person.signal

/** A value that is created again for each person, so that no person sees the previous person's data. */
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
 * Connects all elements of the page to a customer. Another ecosystem or another token callback means another person:
 * the previous person's data are dropped and loaded again. `null` signs out.
 */
export const connect = (connection: Partial<Connection> | null): void => {
  const { ecosystem, getToken, ...page } = $connection.get()
  const next: Connection = connection ? { ...page, ecosystem, getToken, ...connection } : page
  const isSame = next.ecosystem === ecosystem && next.getToken === getToken
  if (ecosystem && getToken && !isSame) {
    person.abort(new ApiError(0, 'signed-out'))
    person = new AbortController()
  }
  $connection.set(next)
}
