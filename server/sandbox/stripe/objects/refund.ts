import type Stripe from 'stripe'
import type { Draft } from '../draft.ts'
import { invalid } from '../errors.ts'
import { type Page, paginate, type Range, within } from '../http/list.ts'
import { metadata } from '../http/metadata.ts'
import { type Routes, route } from '../http/route.ts'
import type { Charge, Refund } from '../kinds.ts'

type Create = Stripe.RefundCreateParams

/** Refunds a charge, or the requested part of it. */
export const createRefund = (draft: Draft, params: Create): Refund => {
  const charge = chargeOf(draft, params)
  const left = charge.amount - charge.amount_refunded
  if (charge.status !== 'succeeded')
    throw invalid('This charge did not succeed.', 'charge', 'charge_not_refundable')
  if (left === 0)
    throw invalid(`Charge ${charge.id} has already been refunded.`, 'charge', 'charge_already_refunded')
  const amount = params.amount ?? left
  if (amount <= 0) throw invalid('Invalid positive integer', 'amount', 'parameter_invalid_integer')
  if (amount > left)
    throw invalid(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, 'amount')
  const refund = draft.create('refund', {
    amount,
    charge: charge.id,
    created: draft.now,
    currency: charge.currency,
    customer: charge.customer,
    destination_details: {
      type: 'card',
      card: {
        reference: '',
        reference_status: 'available',
        reference_type: 'acquirer_reference_number',
        type: 'refund',
      },
    },
    metadata: metadata(params.metadata),
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: params.reason ?? null,
    status: 'succeeded',
  } as never)
  const total = charge.amount_refunded + amount
  const refunded = draft.change('charge', charge.id, {
    amount_refunded: total,
    refunded: total === charge.amount,
  })
  draft.emit('refund.created', refund)
  draft.emit('charge.refunded', refunded)
  return refund
}

const chargeOf = (draft: Draft, params: Create): Charge => {
  if (params.charge) return draft.need('charge', params.charge, 'charge')
  if (!params.payment_intent)
    throw invalid(
      'One of the following params should be provided for this request: payment_intent or charge.',
      null,
      'parameter_missing',
    )
  const intent = draft.need('payment_intent', params.payment_intent, 'payment_intent')
  if (!intent.latest_charge || intent.status !== 'succeeded')
    throw invalid(
      `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`,
      'payment_intent',
    )
  return draft.need('charge', intent.latest_charge)
}

type List = Page & { charge?: string; created?: Range; payment_intent?: string }

export const refundRoutes: Routes = {
  'POST /v1/refunds': route<Create>(createRefund),
  'GET /v1/refunds/:id': route((draft, _params, id) => draft.need('refund', id)),
  'GET /v1/refunds': route<List>((draft, params) =>
    paginate(
      (params.charge ? draft.where('refund', 'charge', params.charge) : draft.all('refund'))
        .filter((each) => !params.payment_intent || each.payment_intent === params.payment_intent)
        .filter((each) => within(each.created, params.created))
        .reverse(),
      params,
      '/v1/refunds',
    ),
  ),
}
