import type Stripe from 'stripe'
import type { Draft } from '../draft.ts'
import { invalid } from '../errors.ts'
import { type Page, paginate, type Range, within } from '../http/list.ts'
import { metadata } from '../http/metadata.ts'
import { type Routes, route } from '../http/route.ts'
import type { PaymentIntent } from '../kinds.ts'
import { minimumCharge, needCurrency } from '../money/currency.ts'
import { needCustomer } from './need-customer.ts'
import { cancelIntent, confirmIntent, createIntent } from './payment-intent.ts'
import { readPaymentMethod } from './payment-method.ts'
import { authenticationRequired, refusalOf } from './payment-refusal.ts'

type Create = Stripe.PaymentIntentCreateParams
type Confirm = Stripe.PaymentIntentConfirmParams

const create = (draft: Draft, params: Create): PaymentIntent => {
  const currency = needCurrency(params.currency)
  if (params.customer) needCustomer(draft, params.customer)
  if (params.amount < minimumCharge(currency))
    throw invalid(
      `Amount must be at least ${(minimumCharge(currency) / 100).toFixed(2)} ${currency}`,
      'amount',
      'amount_too_small',
    )
  if (params.off_session && !params.confirm)
    throw invalid('You cannot set `off_session` without `confirm=true`.', 'off_session')
  if (params.capture_method === 'manual')
    throw invalid('The sandbox captures payments at once.', 'capture_method')
  if (params.confirm && !params.return_url && mayRedirect(params)) throw needsReturnUrl()
  const method = methodFrom(draft, params)
  const intent = createIntent(draft, {
    amount: params.amount,
    currency,
    customer: params.customer ?? null,
    description: params.description ?? null,
    metadata: metadata(params.metadata),
    paymentMethod: method?.id ?? null,
    receiptEmail: params.receipt_email ?? null,
    setupFutureUsage: (params.setup_future_usage ?? null) as PaymentIntent['setup_future_usage'],
    automatic: true,
  })
  const { payment_method: _, confirmation_token: __, ...rest } = params
  return params.confirm ? confirm(draft, rest, intent.id) : intent
}

/** Without a restriction an intent accepts every payment method of the account, and some of them redirect. */
const mayRedirect = (params: Create): boolean =>
  !params.off_session &&
  params.automatic_payment_methods?.allow_redirects !== 'never' &&
  !params.allowed_payment_method_types &&
  params.confirmation_method !== 'manual' &&
  !params.error_on_requires_action

const needsReturnUrl = () =>
  invalid(
    "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`. If you don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.",
    'return_url',
  )

/** The card that a request names: a payment method, a test token, or one entered in a browser. */
const methodFrom = (draft: Draft, params: { payment_method?: string; confirmation_token?: string }) => {
  if (params.confirmation_token)
    return draft.need(
      'payment_method',
      draft.need('internal.confirmation', params.confirmation_token, 'confirmation_token').paymentMethod,
    )
  return params.payment_method ? readPaymentMethod(draft, params.payment_method) : null
}

const confirm = (
  draft: Draft,
  params: Pick<
    Confirm,
    | 'payment_method'
    | 'confirmation_token'
    | 'off_session'
    | 'setup_future_usage'
    | 'error_on_requires_action'
  >,
  id: string,
): PaymentIntent => {
  const before = draft.need('payment_intent', id, 'intent')
  const method = methodFrom(draft, params)?.id ?? before.payment_method
  if (!method)
    throw invalid(
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
      null,
      'payment_intent_unexpected_state',
      { payment_intent: before },
    )
  if (params.setup_future_usage)
    draft.change('payment_intent', id, { setup_future_usage: params.setup_future_usage as never })
  const offSession = Boolean(params.off_session)
  const intent = confirmIntent(draft, id, { paymentMethod: method, offSession })
  if (intent.status === 'requires_payment_method') throw refusalOf(intent)
  if (intent.status === 'requires_action' && (offSession || params.error_on_requires_action))
    throw authenticationRequired(
      draft.change('payment_intent', id, {
        status: 'requires_payment_method',
        next_action: null,
        payment_method: null,
      }),
    )
  return intent
}

const update = (draft: Draft, params: Stripe.PaymentIntentUpdateParams, id: string): PaymentIntent => {
  const before = draft.need('payment_intent', id, 'intent')
  if (before.status === 'succeeded' || before.status === 'canceled') {
    const other = Object.keys(params).find((name) => !['metadata', 'description', 'expand'].includes(name))
    if (other)
      throw invalid(
        `This PaymentIntent's ${other} could not be updated because it has a status of ${before.status}.`,
        other,
        'payment_intent_unexpected_state',
      )
  }
  const method = params.payment_method
    ? readPaymentMethod(draft, params.payment_method).id
    : before.payment_method
  return draft.change('payment_intent', id, {
    amount: params.amount ?? before.amount,
    description: params.description ?? before.description,
    metadata: metadata(params.metadata, before.metadata),
    payment_method: method,
    receipt_email: params.receipt_email === undefined ? before.receipt_email : params.receipt_email || null,
    setup_future_usage: (params.setup_future_usage === undefined
      ? before.setup_future_usage
      : params.setup_future_usage || null) as never,
    status: before.status === 'requires_payment_method' && method ? 'requires_confirmation' : before.status,
  })
}

type List = Page & { created?: Range; customer?: string }

export const paymentIntentRoutes: Routes = {
  'POST /v1/payment_intents': route<Create>(create),
  'GET /v1/payment_intents/:id': route((draft, _params, id) => draft.need('payment_intent', id, 'intent')),
  'POST /v1/payment_intents/:id': route<Stripe.PaymentIntentUpdateParams>(update),
  'POST /v1/payment_intents/:id/confirm': route<Confirm>(confirm),
  'POST /v1/payment_intents/:id/cancel': route<Stripe.PaymentIntentCancelParams>((draft, params, id) =>
    cancelIntent(draft, id, params.cancellation_reason ?? null),
  ),
  'GET /v1/payment_intents': route<List>((draft, params) =>
    paginate(
      (params.customer
        ? draft.where('payment_intent', 'customer', params.customer)
        : draft.all('payment_intent')
      )
        .filter((intent) => within(intent.created, params.created))
        .reverse(),
      params,
      '/v1/payment_intents',
    ),
  ),
}
