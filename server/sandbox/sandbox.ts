import type { StripeSandbox } from '@waizant/stripe-sandbox'
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/app-env.ts'
import type { MovableClock } from './clock.ts'
import type { LocalIdentity } from './identity.ts'
import type { Mailbox } from './mailbox.ts'

/** The stand-ins of the embedded mode, and their controls. */
export interface Sandbox {
  clock: MovableClock
  identity: LocalIdentity
  /** null when the real Stripe is used. */
  stripe: StripeSandbox | null
  /** The controls, as routes under `/sandbox`. */
  routes(deps: Deps): Hono<AppEnv>
  mailbox: Mailbox
  /** The operator opened this machine to others (`HOST`): requests may name it as they like. */
  isOpen: boolean
  /** Catches up with real time, making the demonstration's customers on the way when they are wanted. */
  begin(deps: Deps): Promise<void>
  close(): Promise<void>
}
