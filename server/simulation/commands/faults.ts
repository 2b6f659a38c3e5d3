import fc from 'fast-check'
import { type Step, step } from '../step.ts'

const healthy = { drop: false, duplicate: false, reorder: false, delayMs: 0 }

/** Changes how the provider's messages are delivered from now on. */
export const webhooksTurn: fc.Arbitrary<Step> = fc
  .constantFrom('drop', 'duplicate', 'reorder', 'duplicate', 'delay', 'healthy')
  .map((how) =>
    step(`webhooks from now on: ${how}`, async (promised, { town }) => {
      const change = how === 'delay' ? { delayMs: 3 } : how === 'healthy' ? {} : { [how]: true }
      town.stripe.faults({ webhooks: { ...healthy, ...change } })
      if (how === 'drop') promised.isDeaf = true
    }),
  )

/** The next answers of the provider fail. */
export const providerFails: fc.Arbitrary<Step> = fc
  .record({
    path: fc.constantFrom(
      '/v1/subscriptions/*',
      '/v1/invoices/*',
      '/v1/invoices',
      '/v1/invoiceitems*',
      '/v1/payment_intents*',
      '/v1/checkout/*',
      '/v1/subscription_schedules*',
      '/v1/customers/*',
      '/v1/*',
    ),
    status: fc.constantFrom(500, 'lock-timeout' as const, 'timeout-after-success' as const),
    times: fc.constantFrom(1, 3, 4),
  })
  .map(({ path, status, times }) =>
    step(`the provider's next ${times} answers at ${path} fail: ${status}`, async (promised, { town }) => {
      promised.isFailing = true
      town.stripe.faults({ api: { failNext: [{ path, status, times }] } })
    }),
  )

/** The server process that gets the next request crashes after a number of crash points. */
export const crashes: fc.Arbitrary<Step> = fc
  .oneof(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 60 }))
  .map((moments) => dies(moments))

export const dies = (moments: number): Step =>
  step(`the server dies ${moments} moments from now`, async (_, { town }) => {
    town.dieAfter(moments)
  })
