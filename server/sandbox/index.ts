import { randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import type { Logger } from 'pino'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/app-env.ts'
import { type MovableClock, movableClock } from './clock.ts'
import { playDemo } from './demo.ts'
import { type LocalIdentity, localIdentity } from './identity.ts'
import { sandboxRoutes } from './routes.ts'
import { type StripeSandbox, startStripeSandbox } from './stripe/index.ts'

/** The stand-ins of the embedded mode, with what moves them. */
export interface Sandbox {
  clock: MovableClock
  identity: LocalIdentity
  /** null where Stripe is the real one. */
  stripe: StripeSandbox | null
  /** The controls, as routes under `/sandbox`. */
  routes(deps: Deps): Hono<AppEnv>
  /** Gives an empty store some customers to look at. */
  playDemo(deps: Deps): Promise<void>
  close(): Promise<void>
}

interface SandboxOptions {
  /** Everything is kept in it; in memory when null. */
  directory: string | null
  /** The server's own port, to which Stripe's messages go. */
  port: number
  publicUrl: string
  stripe: { port: number } | null
  log: Logger
}

/** A new one at each start is enough: messages are signed when they are sent. */
const newWebhookSecret = () => `whsec_${randomBytes(24).toString('hex')}`

export const openSandbox = async ({
  directory,
  port,
  publicUrl,
  stripe,
  log,
}: SandboxOptions): Promise<Sandbox> => {
  const clock = movableClock(directory)
  const identity = await localIdentity(directory, publicUrl)
  const started =
    stripe &&
    (await startStripeSandbox({
      port: stripe.port,
      directory,
      clock,
      webhook: { url: `http://127.0.0.1:${port}/webhooks/stripe`, secret: newWebhookSecret() },
    }))
  if (started) log.debug({ url: started.url }, 'Stripe sandbox')
  const sandbox: Sandbox = {
    clock,
    identity,
    stripe: started,
    routes: (deps) => sandboxRoutes(deps, sandbox),
    playDemo: (deps) => playDemo(deps, sandbox),
    close: async () => started?.close(),
  }
  return sandbox
}
