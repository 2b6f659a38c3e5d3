import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Stripe from 'stripe'
import type { MovableClock } from './clock.ts'
import { type StripeSandbox, startStripeSandbox } from './index.ts'

/** The set-up of tests: a sandbox on a free port, the official SDK connected to it, and the events it sends. */
export interface TestServer {
  sandbox: StripeSandbox
  stripe: Stripe
  clock: MovableClock
  events: Stripe.Event[]
  /** Advances the clock, running everything on the way in order of time. */
  until(instant: string | number | Date): Promise<void>
  close(): Promise<void>
}

const SECRET = 'whsec_test'

/** Time moves only when a test moves it, so no result depends on how fast the test runs. */
const standingClock = (start: Date): MovableClock => {
  let now = start
  return {
    now: () => now,
    advanceTo: (instant) => {
      now = instant
    },
  }
}

export const startTestServer = async (
  start = '2027-01-01T06:00:00Z',
  directory: string | null = null,
  { checksAnswers = true } = {},
): Promise<TestServer> => {
  const clock = standingClock(new Date(start))
  const events: Stripe.Event[] = []
  const receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    events.push(
      Stripe.webhooks.constructEvent(
        Buffer.concat(chunks),
        request.headers['stripe-signature'] as string,
        SECRET,
        300,
      ),
    )
    response.end()
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const address = receiver.address() as AddressInfo
  const sandbox = await startStripeSandbox({
    port: 0,
    directory,
    clock,
    checksAnswers,
    webhook: { url: `http://127.0.0.1:${address.port}/`, secret: SECRET },
  })
  const stripe = sdkFor(sandbox)
  return {
    sandbox,
    stripe,
    clock,
    events,
    async until(instant) {
      const target = new Date(instant)
      for (let due = sandbox.due(); due && due <= target; due = sandbox.due()) {
        if (due > clock.now()) clock.advanceTo(due)
        await sandbox.runDue()
        await sandbox.settled()
      }
      if (target > clock.now()) clock.advanceTo(target)
    },
    async close() {
      await sandbox.close()
      receiver.closeAllConnections()
      receiver.close()
    },
  }
}

export const sdkFor = (sandbox: StripeSandbox, retries = 0): Stripe =>
  new Stripe(sandbox.secretKey, {
    apiVersion: '2026-10-28.endive',
    host: '127.0.0.1',
    port: sandbox.port,
    protocol: 'http',
    maxNetworkRetries: retries,
    telemetry: false,
  })

/** A monthly price of a product with this name. */
export const createTestPrice = (
  stripe: Stripe,
  name: string,
  amount: number,
  more: Partial<Stripe.PriceCreateParams> = {},
) =>
  stripe.prices.create({
    currency: 'usd',
    unit_amount: amount,
    recurring: { interval: 'month' },
    product_data: { name },
    ...more,
  })
