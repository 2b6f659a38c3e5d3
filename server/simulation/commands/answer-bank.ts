import fc from 'fast-check'
import { bodyOf } from '../answers.ts'
import type { Life, Promised } from '../life.ts'
import { type Step, step } from '../step.ts'
import { noteResult, refusals } from './confirmation.ts'

/** Confirms or rejects the bank's question; the page then confirms the change again, or was closed. */
export const answersBank: fc.Arbitrary<Step> = fc
  .record({ agrees: fc.constantFrom(true, true, false), returns: fc.boolean() })
  .map(({ agrees, returns }) => answers(agrees, returns))

export const answers = (agrees: boolean, returns: boolean): Step =>
  step(
    `says ${agrees ? 'yes' : 'no'} to the bank${returns ? '' : ' and closes the page'}`,
    (promised, life) => answer(promised, life, agrees, returns),
    ({ asked }) => asked !== null,
  )

const answer = async (promised: Promised, { town, customer }: Life, agrees: boolean, returns: boolean) => {
  const { intent, quoteId, key } = promised.asked!
  promised.asked = null
  const { status } = await town.sdk.paymentIntents.retrieve(intent)
  // The question may have been withdrawn in the meantime.
  if (status === 'requires_action') town.stripe.authenticate(intent, agrees)
  if (!returns) return
  const answer = await customer.confirm(quoteId, key)
  noteResult(promised, bodyOf(promised, answer, ...refusals), quoteId, key)
}
