import type { Draft } from '../../draft.ts'
import { invalid } from '../../errors.ts'
import type { Invoice, PaymentIntent, Session, SessionState } from '../../kinds.ts'
import { createCustomer } from '../customer.ts'
import { needCustomer } from '../need-customer.ts'
import { attach } from '../payment-method.ts'
import { confirmSetup } from '../setup-intent.ts'
import { recordFailedPayment } from './failed-payment.ts'
import { subscribe } from './fulfil.ts'
import { currentTotals } from './lines.ts'
import { payOnce } from './pay-once.ts'
import { type Completion, type Outcome, type Purchase, unpaid } from './purchase.ts'

/**
 * Pays an open session: everything is made in a fork, which is kept only when the money moved. A declined card or a
 * pending authentication therefore leaves the session open, and a session is paid at most once.
 */
export const completeSession = (draft: Draft, id: string, purchase: Purchase): Outcome => {
  const open = needOpen(draft, id)
  const before = { ...open, ...currentTotals(draft, open) }
  const state = draft.need('internal.session', id)
  const fork = draft.fork()
  const customer = customerOf(fork, before, state, purchase)
  const result =
    before.mode === 'subscription'
      ? paySubscription(fork, customer!, state, purchase)
      : before.mode === 'setup'
        ? setUpCard(fork, customer, before, purchase)
        : payOnce(fork, customer, before, state, purchase)
  if (!('patch' in result)) {
    if (result.outcome === 'declined') recordFailedPayment(draft, id, purchase)
    return result
  }
  const session = fork.change('checkout.session', id, {
    ...result.patch,
    amount_subtotal: before.amount_subtotal,
    amount_total: before.amount_total,
    total_details: before.total_details,
    customer: before.customer ?? customer,
    customer_details: {
      address: addressOf(purchase),
      business_name: null,
      email: purchase.email,
      individual_name: null,
      name: purchase.name,
      phone: purchase.details?.phone || null,
      tax_exempt: 'none',
      tax_ids: purchase.details?.tax_id ? [{ type: 'mx_rfc', value: purchase.details.tax_id }] : [],
    },
    custom_fields: before.custom_fields.map((field) => filled(field, purchase.fields[field.key])),
    payment_status: before.mode === 'setup' || before.amount_total === 0 ? 'no_payment_required' : 'paid',
    status: 'complete',
    url: null,
  })
  fork.emit('checkout.session.completed', session)
  draft.absorb(fork)
  return { outcome: 'complete', session }
}

/** A session that can still be paid. */
export const needOpen = (draft: Draft, id: string): Session => {
  const session = draft.need('checkout.session', id)
  if (session.status === 'open') return session
  throw invalid(
    `This Checkout Session is ${session.status === 'complete' ? 'already complete' : 'expired'}.`,
    null,
    `checkout_session_${session.status}`,
  )
}

const addressOf = ({ details }: Purchase): NonNullable<Session['customer_details']>['address'] =>
  details?.line1
    ? {
        city: details.city || null,
        country: details.country?.toUpperCase() || null,
        line1: details.line1,
        line2: null,
        postal_code: details.postal_code || null,
        state: details.state || null,
      }
    : null

const customerOf = (
  draft: Draft,
  session: Session,
  state: SessionState,
  purchase: Purchase,
): string | null => {
  if (session.customer) return needCustomer(draft, session.customer).id
  const needed =
    session.mode === 'subscription' ||
    session.customer_creation === 'always' ||
    session.invoice_creation?.enabled ||
    state.params.payment_intent_data?.setup_future_usage
  return needed
    ? createCustomer(draft, {
        ...(purchase.email && { email: purchase.email }),
        ...(purchase.name && { name: purchase.name }),
        ...(purchase.details?.phone && { phone: purchase.details.phone }),
        ...(addressOf(purchase) && { address: addressOf(purchase) as object }),
        ...(session.locale && session.locale !== 'auto' && { preferred_locales: [session.locale] }),
      }).id
    : null
}

const paySubscription = (
  draft: Draft,
  customer: string,
  { params, lines }: SessionState,
  purchase: Purchase,
): Completion => {
  const method = draft.need('payment_method', purchase.paymentMethod)
  const refused = tryAttach(draft, method.id, customer)
  if (refused) return refused
  const subscription = subscribe(draft, customer, params, lines, purchase)
  const invoice = draft.need('invoice', subscription.latest_invoice!)
  const intent = intentOf(draft, invoice)
  if (invoice.status !== 'paid' && intent) return unpaid(intent)
  if (purchase.authenticated) draft.change('internal.card', method.id, { authenticated: true })
  return { patch: { invoice: invoice.id, subscription: subscription.id } }
}

const setUpCard = (
  draft: Draft,
  customer: string | null,
  before: Session,
  purchase: Purchase,
): Completion => {
  const intent = confirmSetup(
    draft,
    before.setup_intent!,
    purchase.paymentMethod,
    purchase.authenticated,
    customer,
  )
  if (intent.status === 'succeeded') return { patch: {} }
  if (intent.status === 'requires_action') return { outcome: 'requires_action' }
  const error = intent.last_setup_error as { code: string; decline_code?: string; message: string }
  return {
    outcome: 'declined',
    code: error.code,
    declineCode: error.decline_code ?? null,
    message: error.message,
  }
}

const tryAttach = (draft: Draft, method: string, customer: string): Completion | null => {
  try {
    attach(draft, draft.need('payment_method', method), customer)
    return null
  } catch (error) {
    const body = (error as { body?: Record<string, string> }).body
    if (body?.type !== 'card_error') throw error
    return {
      outcome: 'declined',
      code: body.code!,
      declineCode: body.decline_code ?? null,
      message: body.message!,
    }
  }
}

const intentOf = (draft: Draft, invoice: Invoice): PaymentIntent | null => {
  const payment = draft.where('invoice_payment', 'invoice', invoice.id).at(-1)
  return payment ? draft.need('payment_intent', payment.payment.payment_intent!) : null
}

const filled = (
  field: Session['custom_fields'][number],
  value: string | undefined,
): Session['custom_fields'][number] => {
  const kind = field.type as 'text' | 'numeric' | 'dropdown'
  return { ...field, [kind]: { ...field[kind], value: value || null } }
}
