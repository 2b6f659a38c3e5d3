import fc from 'fast-check'
import { newId } from '../../base/id.ts'
import { bodyOf } from '../answers.ts'
import { cards } from '../cards.ts'
import { type Step, step } from '../step.ts'

/** Sets up a card in the page; debts are retried with it. */
export const setsUpCard: fc.Arbitrary<Step> = fc
  .constantFrom('pm_card_visa', 'pm_card_mastercard')
  .map((card) => setsUp(card))

export const setsUp = (card: string): Step =>
  step(`sets up ${card}`, async (promised, { town, customer }) => {
    const answer = await town.send(`/v1/ecosystems/${customer.id}/payment-method`, {
      method: 'POST',
      headers: { ...customer.signedIn, 'Idempotency-Key': newId('key') },
    })
    const setup = bodyOf(promised, answer, 'no-subscription')
    if (!setup) return
    await town.sdk.setupIntents.confirm(setup.clientSecret.split('_secret_')[0], { payment_method: card })
  })

/** The customer's card starts to behave differently. */
export const cardTurns: fc.Arbitrary<Step> = fc
  .constantFrom('failsLater' as const, 'asks' as const, 'good' as const)
  .map((kind) => paysWith(kind))

export const paysWith = (kind: keyof typeof cards): Step =>
  step(`pays with a card that is like this: ${kind}`, async (_, { town, customer }) => {
    town.stripe.saveCard(customer.provider, cards[kind])
  })

/** The operator adds credit, or a debt. */
export const isGiven: fc.Arbitrary<Step> = fc.constantFrom(700, 5_000, 40_000, -300).map((amount) =>
  step(`is given ${amount} of credit`, async (promised, { town, customer, currency }) => {
    // The provider writes credit as a negative amount.
    const movement = { amount: -amount, currency }
    await town.sdk.customers.createBalanceTransaction(customer.provider, movement)
    promised.given += amount
  }),
)
