import { PlanChangeResult } from '#contract/plan-change'
import type { Promised } from '../life.ts'

/** The refusals that a confirmation may get when nothing has changed. */
export const refusals = [
  'quote-expired',
  'quote-changed',
  'payment-declined',
  'outstanding-charges-declined',
  'change-scheduled',
  'no-payment-method',
  'no-subscription',
  'same-plan',
  'subscription-canceling',
]

/** Keeps the bank's question if the answer to a confirmation contains one. */
export const noteResult = (promised: Promised, body: unknown, quoteId: string, key: string) => {
  if (!body) return
  const { status, clientSecret } = PlanChangeResult.parse(body)
  if (status === 'requires-action')
    promised.asked = { intent: clientSecret!.split('_secret_')[0]!, quoteId, key }
}
