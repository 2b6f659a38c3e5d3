import { digitsOf } from '../cards.ts'
import type { Draft } from '../draft.ts'
import { missing } from '../errors.ts'
import { completeSession, needOpen } from '../objects/checkout/complete.ts'
import { recordFailedPayment } from '../objects/checkout/failed-payment.ts'
import type { Outcome, Purchase } from '../objects/checkout/purchase.ts'
import { cardsOf, createCard } from '../objects/payment-method.ts'

export interface PayOptions {
  /** A card number; without it the customer's saved card pays. */
  card?: string | undefined
  /** The holder's answer to their bank: yes, no, or none yet. */
  authenticate?: boolean | undefined
  email?: string | undefined
  name?: string | undefined
  fields?: Record<string, string> | undefined
  savesCard?: boolean | undefined
}

/** Pays an open session as its hosted page would, all steps at once. */
export const paySession = (draft: Draft, id: string, options: PayOptions): Outcome => {
  const session = needOpen(draft, id)
  const customer = session.customer ? draft.need('customer', session.customer) : null
  const email = options.email ?? customer?.email ?? session.customer_email ?? 'comprador@example.com'
  const fork = draft.fork()
  const paymentMethod = options.card
    ? enter(fork, options.card, email, options.name)
    : saved(fork, session.customer)
  const purchase = {
    paymentMethod,
    email,
    name: options.name ?? customer?.name ?? null,
    fields: options.fields ?? {},
    savesCard: options.savesCard ?? false,
    authenticated: false,
  }
  const first = completeSession(fork, id, purchase)
  const result =
    first.outcome === 'requires_action' && options.authenticate !== undefined
      ? options.authenticate
        ? completeSession(fork, id, { ...purchase, authenticated: true })
        : unauthenticated(fork, id, purchase)
      : first
  if (result.outcome !== 'requires_action') draft.absorb(fork)
  return result
}

/** The holder declined at their bank. */
export const unauthenticated = (draft: Draft, id: string, purchase: Purchase): Outcome => {
  recordFailedPayment(draft, id, purchase, false)
  return UNAUTHENTICATED
}

const UNAUTHENTICATED: Extract<Outcome, { outcome: 'declined' }> = {
  outcome: 'declined',
  code: 'payment_intent_authentication_failure',
  declineCode: null,
  message:
    'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
}

const enter = (draft: Draft, number: string, email: string | null, name: string | undefined): string => {
  const year = new Date(draft.now * 1000).getUTCFullYear() + 4
  return createCard(
    draft,
    { number: digitsOf(number), exp_month: 12, exp_year: year, cvc: '123' },
    email,
    name ?? null,
  ).id
}

const saved = (draft: Draft, customer: string | null): string => {
  const wanted = customer && draft.need('customer', customer).invoice_settings?.default_payment_method
  const card =
    wanted ??
    (customer ? savedBySubscription(draft, customer) : undefined) ??
    (customer && cardsOf(draft, customer)[0]?.id)
  if (!card) throw missing('PaymentMethod', 'saved card', 'card')
  return card
}

const savedBySubscription = (draft: Draft, customer: string): string | undefined =>
  draft
    .where('subscription', 'customer', customer)
    .findLast((each) => each.default_payment_method && !each.ended_at)?.default_payment_method ?? undefined
