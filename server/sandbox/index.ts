import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import { DamagedJournal, startStripeSandbox } from '@waizant/stripe-sandbox'
import type { Logger } from 'pino'
import { listenRefusal } from '../startup/start-refusal.ts'
import { advance } from './advance.ts'
import { movableClock } from './clock.ts'
import { createDemoCustomers, demoStart } from './demo.ts'
import { localIdentity } from './identity.ts'
import { openMailbox } from './mailbox.ts'
import { sandboxRoutes } from './routes.ts'
import type { Sandbox } from './sandbox.ts'
import { damaged } from './state-file.ts'

interface SandboxOptions {
  /** The directory of all state; null keeps it in memory. */
  directory: string | null
  /** The server's own port, which receives Stripe's webhooks. */
  port: number
  publicUrl: string
  stripe: { port: number } | null
  log: Logger
  /** Fills an empty store with customers that have a history. */
  wantsDemo: boolean
  /** Where a new clock starts; by default at the machine's time. */
  startsAt?: Date
  /** Checks every answer of the Stripe sandbox against the SDK's types. */
  checksAnswers: boolean
  isOpen?: boolean
}

/** A new secret at each start is enough, because messages are signed when they are sent. */
const newWebhookSecret = () => `whsec_${randomBytes(24).toString('hex')}`

/** Errors that the operator can fix before the next start. */
const refusalOfStart = (error: Error & { code?: string }, port: number, directory: string | null): Error => {
  if (error instanceof DamagedJournal && directory) return damaged(error.file, dirname(directory))
  return listenRefusal(error, 'SANDBOX_STRIPE_PORT', port) ?? error
}

export const openSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  const { directory, port, publicUrl, stripe, log, wantsDemo, startsAt, checksAnswers } = options
  const clock = movableClock(directory, wantsDemo ? demoStart(new Date()) : startsAt)
  const mailbox = openMailbox(directory, clock)
  const identity = await localIdentity(directory, publicUrl, mailbox)
  const started =
    stripe &&
    (await startStripeSandbox({
      port: stripe.port,
      directory,
      clock,
      checksAnswers,
      webhook: { url: `http://127.0.0.1:${port}/webhooks/stripe`, secret: newWebhookSecret() },
    }).catch((error) => {
      throw refusalOfStart(error, stripe.port, directory)
    }))
  if (started) log.debug({ url: started.url }, 'Stripe sandbox')
  const sandbox: Sandbox = {
    clock,
    identity,
    stripe: started,
    mailbox,
    isOpen: options.isOpen ?? false,
    routes: (deps) => sandboxRoutes(deps, sandbox),
    async begin(deps) {
      // A demonstration without its customers is poorer; one whose clock is months behind would be wrong.
      if (wantsDemo)
        await createDemoCustomers(deps, sandbox).catch((error) =>
          log.warn({ err: error }, 'demo customers not created'),
        )
      const now = new Date()
      if (clock.now() < now) await advance(deps, sandbox, now)
    },
    close: async () => started?.close(),
  }
  return sandbox
}
