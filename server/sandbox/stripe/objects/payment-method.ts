import type Stripe from 'stripe'
import { brandOf, checkExpiry, checkNumber, declined, setUp, TOKENS } from '../cards.ts'
import type { Draft } from '../draft.ts'
import { invalid } from '../errors.ts'
import { type Page, paginate } from '../http/list.ts'
import { metadata } from '../http/metadata.ts'
import { type Routes, route } from '../http/route.ts'
import type { PaymentMethod } from '../kinds.ts'
import { needCustomer } from './need-customer.ts'

interface CardEntry {
  number: string
  exp_month: number
  exp_year: number
  cvc?: string | undefined
  token?: string
}

/** A card that was entered, not yet attached to a customer. */
export const createCard = (
  draft: Draft,
  card: CardEntry,
  email: string | null = null,
  name: string | null = null,
) => {
  const number = checkNumber(card.number, 'number')
  checkExpiry(card.exp_month, card.exp_year, draft.now, 'card')
  const method = draft.create('payment_method', {
    allow_redisplay: 'unspecified',
    billing_details: { address: blankAddress, email, name, phone: null, tax_id: null },
    card: {
      brand: brandOf(number),
      checks: {
        address_line1_check: null,
        address_postal_code_check: null,
        cvc_check: card.cvc ? 'pass' : null,
      },
      country: number === TOKENS.pm_card_mx ? 'MX' : 'US',
      display_brand: brandOf(number),
      exp_month: card.exp_month,
      exp_year: card.exp_year < 100 ? 2000 + card.exp_year : card.exp_year,
      fingerprint: `sandbox${number.slice(-9)}`,
      funding: 'credit',
      generated_from: null,
      last4: number.slice(-4),
      networks: { available: [brandOf(number)], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: draft.now,
    livemode: false,
    metadata: {},
    type: 'card',
  } as never)
  draft.put('internal.card', { id: method.id, number, authenticated: false })
  return method
}

const blankAddress = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null }

/** A payment method by its id, or a new one from a test token such as `pm_card_visa`. */
export const readPaymentMethod = (draft: Draft, id: string, param = 'payment_method'): PaymentMethod => {
  const number = TOKENS[id]
  if (!number) return draft.need('payment_method', id, param)
  return createCard(draft, {
    number,
    exp_month: 12,
    exp_year: new Date(draft.now * 1000).getUTCFullYear() + 5,
    cvc: '123',
  })
}

/** A payment method that is attached to this customer. */
export const ownMethod = (
  draft: Draft,
  customer: string,
  id: string,
  param = 'invoice_settings[default_payment_method]',
): string => {
  if (draft.need('payment_method', id, param).customer !== customer)
    throw invalid(
      `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
      param,
      'resource_missing',
    )
  return id
}

/** Attaches a card to a customer; the bank is asked as for a charge of zero. */
export const attach = (draft: Draft, method: PaymentMethod, customer: string): PaymentMethod => {
  if (method.customer === customer) return method
  if (method.customer)
    throw invalid('The payment method you provided has already been attached to a customer.')
  needCustomer(draft, customer)
  const bankAnswer = setUp(draft.need('internal.card', method.id), true)
  if (bankAnswer.outcome === 'declined') throw declined(bankAnswer.decline)
  const attached = draft.change('payment_method', method.id, { customer })
  draft.emit('payment_method.attached', attached)
  return attached
}

const detach = (draft: Draft, id: string): PaymentMethod => {
  const before = draft.need('payment_method', id, 'payment_method')
  if (!before.customer)
    throw invalid(
      'The payment method you provided is not attached to a customer so detachment is impossible.',
    )
  const customer = draft.need('customer', before.customer)
  if (customer.invoice_settings?.default_payment_method === id)
    draft.change('customer', customer.id, {
      invoice_settings: { ...customer.invoice_settings, default_payment_method: null },
    })
  for (const subscription of draft.where('subscription', 'customer', customer.id))
    if (subscription.default_payment_method === id)
      draft.change('subscription', subscription.id, { default_payment_method: null })
  const method = draft.change('payment_method', id, { customer: null })
  draft.emit('payment_method.detached', method)
  return method
}

type Create = Stripe.PaymentMethodCreateParams

const create = (draft: Draft, params: Create): PaymentMethod => {
  if (params.type !== 'card' || !params.card)
    throw invalid('The sandbox serves payment methods of type card.', 'type')
  const { card } = params
  const method =
    'token' in card
      ? readPaymentMethod(draft, `pm_card_${String(card.token).replace(/^tok_/, '')}`, 'card[token]')
      : createCard(draft, card as CardEntry)
  const details = params.billing_details
  return draft.change('payment_method', method.id, {
    metadata: metadata(params.metadata),
    billing_details: {
      ...method.billing_details,
      ...(details?.email !== undefined && { email: details.email || null }),
      ...(details?.name !== undefined && { name: details.name || null }),
      ...(details?.phone !== undefined && { phone: details.phone || null }),
    },
  })
}

/** The customer's cards, newest first. */
export const cardsOf = (draft: Draft, customer: string): PaymentMethod[] =>
  draft.where('payment_method', 'customer', customer).reverse()

type List = Page & { customer?: string; type?: string }

export const paymentMethodRoutes: Routes = {
  'POST /v1/payment_methods': route<Create>(create),
  'GET /v1/payment_methods/:id': route((draft, _params, id) =>
    draft.need('payment_method', id, 'payment_method'),
  ),
  'POST /v1/payment_methods/:id': route<Stripe.PaymentMethodUpdateParams>((draft, params, id) => {
    const before = draft.need('payment_method', id, 'payment_method')
    const method = draft.change('payment_method', id, {
      allow_redisplay: params.allow_redisplay ?? before.allow_redisplay ?? 'unspecified',
      metadata: metadata(params.metadata, before.metadata ?? {}),
    })
    draft.emit('payment_method.updated', method)
    return method
  }),
  'POST /v1/payment_methods/:id/attach': route<Stripe.PaymentMethodAttachParams>((draft, params, id) => {
    if (!params.customer) throw invalid('Missing required param: customer.', 'customer', 'parameter_missing')
    return attach(draft, readPaymentMethod(draft, id), params.customer)
  }),
  'POST /v1/payment_methods/:id/detach': route((draft, _params, id) => detach(draft, id)),
  'GET /v1/payment_methods': route<List>((draft, params) => {
    if (!params.customer) throw invalid('Missing required param: customer.', 'customer', 'parameter_missing')
    needCustomer(draft, params.customer)
    const methods = cardsOf(draft, params.customer).filter(
      (each) => !params.type || each.type === params.type,
    )
    return paginate(methods, params, '/v1/payment_methods')
  }),
  'GET /v1/customers/:id/payment_methods': route<List>((draft, params, id) => {
    needCustomer(draft, id)
    const methods = cardsOf(draft, id).filter((each) => !params.type || each.type === params.type)
    return paginate(methods, params, `/v1/customers/${id}/payment_methods`)
  }),
}
