import fc from 'fast-check'
import { LicenceQuote } from '#contract/licences'
import { newId } from '../../base/id.ts'
import { bodyOf } from '../answers.ts'
import type { Life, Promised } from '../life.ts'
import { type Step, step } from '../step.ts'

const refusals = [
  'no-subscription',
  'subscription-canceling',
  'payment-overdue',
  'change-scheduled',
  'licences-not-for-sale',
  'price-changed',
]

/** Sets the number of seats, with or without the shown price, in one tab or two. */
export const changesLicences: fc.Arbitrary<Step> = fc
  .record({ quantity: fc.integer({ min: 5, max: 16 }), sees: fc.boolean(), tabs: fc.constantFrom(1, 2) })
  .map((wanted) => setsLicences(wanted))

interface Wanted {
  quantity: number
  sees: boolean
  tabs: number
}

export const setsLicences = ({ quantity, sees, tabs }: Wanted): Step =>
  step(
    `sets ${quantity} licences${sees ? ' at the price shown' : ''}${tabs > 1 ? ' in two tabs' : ''}`,
    (promised, life) => change(promised, life, { quantity, sees, tabs }),
  )

const change = async (promised: Promised, { customer }: Life, { quantity, sees, tabs }: Wanted) => {
  const shown = bodyOf(promised, await customer.post('licences/preview', { quantity }), ...refusals)
  if (!shown) return
  const { at, total } = LicenceQuote.parse(shown)
  const expectedTotal = { amount: total.amount, currency: total.currency }
  const order = sees ? { quantity, at, expectedTotal } : { quantity }
  const keys = tabs > 1 ? [newId('key'), newId('key')] : [newId('key')]
  const answers = await Promise.all(keys.map((key) => customer.post('licences', order, key)))
  for (const answer of answers) bodyOf(promised, answer, ...refusals)
}
