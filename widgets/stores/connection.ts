import { atom } from 'nanostores'

/** Whom the page speaks for. The token is asked for when needed and never stored. */
export interface Connection {
  /** Where the billing server is, without a slash at the end. */
  api: string
  /** BCP 47; without it the page's `lang` decides. */
  locale?: string
  /** The customer's tenant, as in `legacy533`. */
  ecosystem?: string
  /** A current bearer token of the signed-in person. */
  getToken?: () => string | null | undefined | Promise<string | null | undefined>
}

/** The server that this very file came from; empty, the page's own, when it came from a bundler or a disk. */
const [, origin = ''] = /^(https?:.*)\/widgets\/[^?]*\.js/.exec(import.meta.url) ?? []

export const $connection = atom<Connection>({ api: origin })

/** Tells every element of the page whom it serves; call again when the person or the ecosystem changes. */
export const connect = (connection: Partial<Connection>): void => {
  $connection.set({ ...$connection.get(), ...connection })
}
