import type { Locale } from '#contract/locale'
import type { Ecosystem } from '../db/ecosystems/ecosystems.ts'
import type { Identity } from '../identity/token.ts'

/** The values that middleware sets for routes. */
export interface AppEnv {
  Variables: {
    requestId: string
    /** The language of the caller (`Accept-Language`). */
    locale: Locale
    identity: Identity
    ecosystem: Ecosystem
  }
}
