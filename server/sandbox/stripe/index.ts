import type { AddressInfo } from 'node:net'
import { advanceTestClock } from './advance.ts'
import { type PayOptions, paySession } from './checkout/pay.ts'
import { saveCard } from './checkout/save-card.ts'
import type { MovableClock } from './clock.ts'
import { Engine } from './engine.ts'
import { StripeSandboxError } from './errors.ts'
import { changeFaults, type Faults, type FaultsChange, noFaults } from './faults.ts'
import { startServer } from './http/server.ts'
import type { Delivery, Session, TestClock } from './kinds.ts'
import { authenticateIntent } from './objects/payment-intent.ts'
import { authenticateSetup } from './objects/setup-intent.ts'
import { createEndpoint } from './objects/webhook-endpoint.ts'
import { startTimer } from './timer.ts'
import { WebhookSender } from './webhooks/webhook-sender.ts'

export type { PayOptions } from './checkout/pay.ts'
export type { MovableClock } from './clock.ts'
export { StripeSandboxError } from './errors.ts'
export type { Faults, FaultsChange } from './faults.ts'
export { DamagedJournal } from './journal.ts'

export interface StripeSandboxOptions {
  port: number
  /** The address to listen on; by default the loopback address. */
  host?: string
  /** The directory of its state; null keeps it in memory only. */
  directory: string | null
  clock: MovableClock
  /** The webhook endpoint that exists from the start, and the secret that signs its messages. */
  webhook?: { url: string; secret: string }
  /** The language of its pages when neither the session nor the browser requests one. */
  locale?: 'es' | 'en'
  /** For tests: checks every answer and event against the SDK's types, and fails with a 500 where they differ. */
  checksAnswers?: boolean
}

export type PayResult =
  | { status: 200; session: Session }
  | { status: 402; code: string; declineCode: string | null; message: string }

export interface StripeSandbox {
  readonly url: string
  readonly port: number
  readonly secretKey: string
  readonly publishableKey: string
  readonly webhookSecret: string
  /** The next moment at which something happens by itself: a renewal, a retry, an expiry, a webhook. */
  due(): Date | null
  /** Runs everything due by the clock, in order of time. */
  runDue(): Promise<void>
  /** Resolves when every webhook due by now was delivered or waits for a later retry. */
  settled(): Promise<void>
  /** How many webhook deliveries it has tried so far. */
  deliveries(): number
  /** Pays a checkout session as its hosted page would. */
  pay(session: string, options?: PayOptions): Promise<PayResult>
  /** Makes a test card the customer's default from now on, without asking its bank; returns its id. */
  saveCard(customer: string, card: string): string
  /** Answers the bank on behalf of a cardholder: yes moves the money of an intent, no requires another card. */
  authenticate(intent: string, agreed: boolean): void
  /** Changes the active faults, and returns all of them. */
  faults(change?: FaultsChange): Faults
  /** Delivers an event again, to every endpoint that subscribes to it. */
  resend(event: string): Promise<void>
  close(): Promise<void>
}

/** Starts a double of Stripe on its own port. */
export const startStripeSandbox = async (options: StripeSandboxOptions): Promise<StripeSandbox> => {
  if (process.env.NODE_ENV === 'production')
    throw new Error('The Stripe sandbox does not start in production.')
  const engine = new Engine(options.directory, options.clock)
  engine.checksAnswers = options.checksAnswers ?? false
  engine.locale = options.locale ?? 'es'
  const faults = noFaults()
  const sender = new WebhookSender(engine, faults.webhooks)
  const server = await startServer(engine, faults, options.port, options.host ?? '127.0.0.1')
  const { port } = server.address() as AddressInfo
  const url = `http://localhost:${port}`
  engine.transact((draft) => draft.change('internal.account', 'acct', { url }))
  const endpoint = options.webhook && endpointFor(engine, options.webhook)
  const timer = startTimer(engine, sender)
  const advance = async (id: string, { status, status_details }: TestClock) => {
    if (status === 'advancing')
      await advanceTestClock(engine, sender, id, status_details.advancing!.target_frozen_time)
  }
  engine.onCommit = (changes) => {
    sender.collect(
      changes.flatMap(([kind, , value]) =>
        kind === 'internal.delivery' && value ? [value as Delivery] : [],
      ),
    )
    for (const [kind, id, value] of changes)
      if (kind === 'test_helpers.test_clock' && value) void advance(id, value as TestClock)
    timer.reset()
  }
  timer.reset()
  sender.wake()
  return {
    url,
    port,
    secretKey: engine.account.secretKey,
    publishableKey: engine.account.publishableKey,
    webhookSecret: endpoint?.secret ?? '',
    due: () => {
      const times = [engine.due(), sender.due()].filter((time) => time !== null)
      return times.length ? new Date(Math.min(...times) * 1000) : null
    },
    runDue: async () => engine.runDue(),
    settled: () => sender.settled(),
    deliveries: () => sender.deliveries,
    pay: async (id, how = {}) => pay(engine, id, how),
    saveCard: (customer, card) => engine.transact((draft) => saveCard(draft, customer, card)),
    authenticate: (intent, agreed) => {
      engine.transact((draft) =>
        intent.startsWith('seti_')
          ? authenticateSetup(draft, intent, agreed)
          : authenticateIntent(draft, intent, agreed),
      )
    },
    faults: (change = {}) => {
      changeFaults(faults, change)
      return faults
    },
    resend: async (event) => {
      engine.transact((draft) => {
        draft.need('event', event)
        for (const delivery of draft.where('internal.delivery', 'event', event))
          draft.put('internal.delivery', { ...delivery, attempts: 0, nextAt: draft.now })
      })
      await sender.settled()
    },
    close: async () => {
      timer.stop()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await sender.close()
      await closed
      engine.close()
    },
  }
}

const pay = (engine: Engine, id: string, options: PayOptions): PayResult => {
  try {
    const result = engine.transact((draft) => paySession(draft, id, options))
    if (result.outcome === 'complete') return { status: 200, session: result.session }
    if (result.outcome === 'requires_action')
      return {
        status: 402,
        code: 'authentication_required',
        declineCode: null,
        message: 'This payment requires authentication: say how the holder answers.',
      }
    return { status: 402, code: result.code, declineCode: result.declineCode, message: result.message }
  } catch (error) {
    if (!(error instanceof StripeSandboxError) || error.body.type !== 'card_error') throw error
    return {
      status: 402,
      code: String(error.body.code),
      declineCode: (error.body.decline_code as string) ?? null,
      message: error.message,
    }
  }
}

/** The endpoint of the options stays the same object over restarts, with the address and secret given now. */
const endpointFor = (engine: Engine, { url, secret }: { url: string; secret: string }) =>
  engine.transact((draft) => {
    const known = draft.find('webhook_endpoint', 'we_sandbox')
    return known
      ? draft.put('webhook_endpoint', { ...known, url, secret })
      : createEndpoint(draft, {
          id: 'we_sandbox',
          url,
          secret,
          enabled_events: ['*'],
          api_version: '2026-10-28.endive',
        })
  })
