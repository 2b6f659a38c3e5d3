import type Stripe from 'stripe'
import { expect } from 'vitest'
import type { Promised } from '../life.ts'
import { type Books, sum } from './books.ts'

/** A one-time purchase, whose invoice was created after the payment. */
const isPurchase = ({ metadata }: Stripe.Invoice) => Boolean(metadata?.purchase)

/**
 * What a customer paid and was given equals what they got and what they hold: charges − refunds + credit given
 * = invoices, as far as card or credit paid them, + purchases + settled services + balance.
 */
export const moneyAddsUp = (promised: Promised, books: Books): void => {
  const taken = books.charges.filter(({ status }) => status === 'succeeded')
  const cash = sum(taken.map(({ amount, amount_refunded }) => amount - amount_refunded))
  const invoiced = books.invoices
    .filter((invoice) => !isPurchase(invoice) && invoice.status !== 'draft' && invoice.status !== 'void')
    .map(({ total, amount_remaining }) => total - amount_remaining)
  const bought = books.sessions
    .filter(({ mode, payment_status }) => mode === 'payment' && payment_status === 'paid')
    .map(({ amount_total }) => amount_total ?? 0)
  const settled = books.intents.filter(isSettled).map(({ amount }) => amount)
  // The provider writes credit as a negative amount.
  const balance = 0 - books.owner.balance
  expect(cash + promised.given, 'charges − refunds + credit given = value + balance').toBe(
    sum(invoiced) + sum(bought) + sum(settled) + balance,
  )
}

const isSettled = ({ status, metadata }: Stripe.PaymentIntent) =>
  status === 'succeeded' && Boolean(metadata.settlement)

/** Each purchase, invoice and settlement was charged once. */
export const nothingIsChargedTwice = (books: Books): void => {
  const taken = books.charges.filter(({ status }) => status === 'succeeded')
  const reasons = taken.map(({ payment_intent }) => {
    const intent = books.intents.find(({ id }) => id === payment_intent)!
    return (
      intent.metadata.purchase ??
      intent.metadata.settlement ??
      books.invoices.find(({ payments }) =>
        payments?.data.some(
          ({ payment, status }) => payment.payment_intent === intent.id && status === 'paid',
        ),
      )?.id
    )
  })
  expect(reasons, 'every charge has its reason').not.toContain(undefined)
  expect(reasons.length, 'and every reason one charge').toBe(new Set(reasons).size)
}
