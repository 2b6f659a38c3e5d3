import type { Decline } from '../cards.ts'
import type { Draft } from '../draft.ts'
import { type Page, paginate, type Range, within } from '../http/list.ts'
import { type Routes, route } from '../http/route.ts'
import type { Charge, PaymentIntent, PaymentMethod } from '../kinds.ts'

/** The record of one attempt to charge an intent; with `decline` when the bank refused. */
export const recordCharge = (
  draft: Draft,
  intent: PaymentIntent,
  method: PaymentMethod,
  decline: Decline | null,
  authenticated: boolean,
): Charge => {
  const created = draft.create('charge', {
    amount: intent.amount,
    amount_captured: decline ? 0 : intent.amount,
    amount_refunded: 0,
    billing_details: method.billing_details,
    calculated_statement_descriptor: 'SANDBOX',
    captured: !decline,
    created: draft.now,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    outcome: {
      network_status: decline ? 'declined_by_network' : 'approved_by_network',
      reason: decline?.decline_code ?? null,
      risk_level: 'normal',
      seller_message: decline ? 'The bank returned the decline code.' : 'Payment complete.',
      type: decline ? 'issuer_declined' : 'authorized',
    },
    paid: !decline,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: {
      type: 'card',
      card: {
        amount_authorized: decline ? null : intent.amount,
        authorization_code: null,
        brand: method.card?.brand,
        checks: method.card?.checks,
        country: method.card?.country,
        exp_month: method.card?.exp_month,
        exp_year: method.card?.exp_year,
        fingerprint: method.card?.fingerprint,
        funding: method.card?.funding,
        installments: null,
        last4: method.card?.last4,
        mandate: null,
        network: method.card?.brand,
        regulated_status: 'unregulated',
        three_d_secure: authenticated
          ? { authentication_flow: 'challenge', result: 'authenticated', version: '2.2.0' }
          : null,
        wallet: null,
      },
    },
    receipt_email: intent.receipt_email,
    refunded: false,
    status: decline ? 'failed' : 'succeeded',
    radar_options: {},
  } as never)
  draft.emit(decline ? 'charge.failed' : 'charge.succeeded', created)
  return created
}

type List = Page & { created?: Range; customer?: string; payment_intent?: string }

export const chargeRoutes: Routes = {
  'GET /v1/charges/:id': route((draft, _params, id) => draft.need('charge', id)),
  'GET /v1/charges': route<List>((draft, params) =>
    paginate(
      (params.payment_intent
        ? draft.where('charge', 'payment_intent', params.payment_intent)
        : draft.all('charge')
      )
        .filter((charge) => !params.customer || charge.customer === params.customer)
        .filter((charge) => within(charge.created, params.created))
        .reverse(),
      params,
      '/v1/charges',
    ),
  ),
}
