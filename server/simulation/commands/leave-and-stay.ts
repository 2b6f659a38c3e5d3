import fc from 'fast-check'
import type Stripe from 'stripe'
import { bodyOf } from '../answers.ts'
import { type Step, step } from '../step.ts'

/** Cancels at the end of the paid period. */
export const leaves: fc.Arbitrary<Step> = fc
  .constantFrom('unused', 'too-expensive')
  .map((reason) => cancels(reason))

export const cancels = (reason: string): Step =>
  step(`cancels (${reason})`, async (promised, { customer }) => {
    const answer = await customer.post('cancellation', { reason })
    bodyOf(promised, answer, 'no-subscription', 'outstanding-charges-declined', 'not-canceling')
  })

/** Undoes the cancellation. */
export const stays: Step = step('stays after all', async (promised, { customer }) => {
  bodyOf(promised, await customer.delete('cancellation'), 'not-canceling', 'subscription-ended')
})

/** Takes a scheduled change back. */
export const undoesChange: Step = step('takes the scheduled change back', async (promised, { customer }) => {
  const answer = await customer.delete('plan-changes/pending')
  bodyOf(promised, answer, 'no-scheduled-change', 'no-subscription')
})

/** The operator ends the subscription at once, in the provider's dashboard. */
export const isEnded: Step = step('its subscription is ended at once', async (_, { town, customer }) => {
  const { data } = await town.sdk.subscriptions.list({ customer: customer.provider })
  for (const { id } of data) await end(town.sdk, id)
})

/** Ends a subscription. If an earlier answer was lost, a second request finds that it has ended. */
export const end = async (sdk: Stripe, id: string): Promise<void> => {
  await sdk.subscriptions.cancel(id).catch(async (error) => {
    if (!(await sdk.subscriptions.retrieve(id)).ended_at) throw error
  })
}
