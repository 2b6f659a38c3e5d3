import { atom } from 'nanostores'

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

/** Ends what the present person began. */
export const endPerson = (reason: unknown): void => {
  person.abort(reason)
  person = new AbortController()
}
