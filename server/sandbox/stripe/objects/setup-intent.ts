import type Stripe from 'stripe'
import { setUp } from '../cards.ts'
import type { Draft } from '../draft.ts'
import { cardError, invalid } from '../errors.ts'
import { type Page, paginate, type Range, within } from '../http/list.ts'
import { metadata } from '../http/metadata.ts'
import { type Routes, route } from '../http/route.ts'
import { newId, randomName } from '../ids.ts'
import type { SetupIntent } from '../kinds.ts'
import { needCustomer } from './need-customer.ts'
import { attach, readPaymentMethod } from './payment-method.ts'
import { UNAUTHENTICATED } from './payment-refusal.ts'

interface NewSetup {
  customer: string | null
  usage?: string
  metadata?: Record<string, string>
  description?: string | null
  paymentMethod?: string | null
}

/** The intent to save a card for later. */
export const createSetupIntent = (draft: Draft, input: NewSetup): SetupIntent => {
  const id = newId('setup_intent')
  const intent = draft.create('setup_intent', {
    id,
    automatic_payment_methods: { allow_redirects: 'always', enabled: true },
    client_secret: `${id}_secret_${randomName(25)}`,
    created: draft.now,
    customer: input.customer,
    description: input.description ?? null,
    livemode: false,
    metadata: input.metadata ?? {},
    payment_method: input.paymentMethod ?? null,
    payment_method_options: {
      card: { mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: ['card'],
    status: input.paymentMethod ? 'requires_confirmation' : 'requires_payment_method',
    usage: input.usage ?? 'off_session',
  } as never)
  draft.emit('setup_intent.created', intent)
  return intent
}

const CONFIRMABLE = ['requires_payment_method', 'requires_confirmation', 'requires_action']

const needState = (intent: SetupIntent) => {
  if (!CONFIRMABLE.includes(intent.status))
    throw invalid(
      `You cannot confirm this SetupIntent because it has a status of ${intent.status}.`,
      null,
      'setup_intent_unexpected_state',
      { setup_intent: intent },
    )
}

/** Asks the bank to save the card; an accepted card is attached to the customer. */
export const confirmSetup = (
  draft: Draft,
  id: string,
  paymentMethod: string,
  authenticated: boolean,
  customer: string | null = null,
): SetupIntent => {
  const before = draft.need('setup_intent', id)
  needState(before)
  const method = draft.need('payment_method', paymentMethod, 'payment_method')
  const bankAnswer = setUp(draft.need('internal.card', method.id), authenticated)
  const owner = before.customer ?? customer
  if (bankAnswer.outcome === 'declined')
    return failed(draft, id, { ...bankAnswer.decline, payment_method: method })
  if (bankAnswer.outcome === 'requires_action') {
    const asking = draft.change('setup_intent', id, {
      customer: owner,
      next_action: {
        type: 'use_stripe_sdk',
        use_stripe_sdk: { type: 'three_d_secure_redirect', source: method.id },
      } as never,
      payment_method: method.id,
      status: 'requires_action',
    })
    draft.emit('setup_intent.requires_action', asking)
    return asking
  }
  if (owner) attach(draft, method, owner)
  if (authenticated) draft.change('internal.card', method.id, { authenticated: true })
  const intent = draft.change('setup_intent', id, {
    customer: owner,
    last_setup_error: null,
    next_action: null,
    payment_method: method.id,
    status: 'succeeded',
  })
  draft.emit('setup_intent.succeeded', intent)
  return intent
}

const failed = (draft: Draft, id: string, error: object): SetupIntent => {
  const intent = draft.change('setup_intent', id, {
    last_setup_error: { ...error, type: 'card_error' } as never,
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  })
  draft.emit('setup_intent.setup_failed', intent)
  return intent
}

/** The holder answered their bank. */
export const authenticateSetup = (draft: Draft, id: string, agreed: boolean): SetupIntent => {
  const before = draft.need('setup_intent', id)
  if (before.status !== 'requires_action')
    throw invalid(`This SetupIntent has a status of ${before.status}.`, null, 'setup_intent_unexpected_state')
  if (agreed) return confirmSetup(draft, id, before.payment_method!, true)
  return failed(draft, id, { ...UNAUTHENTICATED, code: 'setup_intent_authentication_failure' })
}

/** The 402 of a card that cannot be saved. */
export const setupRefusal = (intent: SetupIntent) => {
  const { type: _, ...error } = intent.last_setup_error as unknown as Record<string, unknown>
  return cardError({ ...error, setup_intent: intent } as never)
}

type Create = Stripe.SetupIntentCreateParams

const create = (draft: Draft, params: Create): SetupIntent => {
  if (params.customer) needCustomer(draft, params.customer)
  const input = params.confirmation_token ? cardOf(draft, params.confirmation_token) : params.payment_method
  const method = input ? readPaymentMethod(draft, input) : null
  const intent = createSetupIntent(draft, {
    customer: params.customer ?? null,
    usage: params.usage ?? 'off_session',
    metadata: metadata(params.metadata),
    description: params.description ?? null,
    paymentMethod: method?.id ?? null,
  })
  if (!params.confirm) return intent
  return confirm(draft, method?.id, intent.id)
}

/** The card behind a confirmation token. */
const cardOf = (draft: Draft, token: string): string =>
  draft.need('internal.confirmation', token, 'confirmation_token').paymentMethod

const confirm = (draft: Draft, input: string | undefined, id: string): SetupIntent => {
  const before = draft.need('setup_intent', id, 'intent')
  needState(before)
  const method = input ? readPaymentMethod(draft, input).id : before.payment_method
  if (!method)
    throw invalid(
      "You cannot confirm this SetupIntent because it's missing a payment method. Update the SetupIntent with a payment method and then confirm it again.",
      null,
      'setup_intent_unexpected_state',
    )
  const intent = confirmSetup(draft, id, method, false)
  if (intent.status === 'requires_payment_method') throw setupRefusal(intent)
  return intent
}

type List = Page & { customer?: string; created?: Range }

export const setupIntentRoutes: Routes = {
  'POST /v1/setup_intents': route<Create>(create),
  'GET /v1/setup_intents/:id': route((draft, _params, id) => draft.need('setup_intent', id, 'intent')),
  'GET /v1/setup_intents': route<List>((draft, params) =>
    paginate(
      (params.customer ? draft.where('setup_intent', 'customer', params.customer) : draft.all('setup_intent'))
        .filter((each) => within(each.created, params.created))
        .reverse(),
      params,
      '/v1/setup_intents',
    ),
  ),
  'POST /v1/setup_intents/:id/confirm': route<Stripe.SetupIntentConfirmParams>((draft, params, id) =>
    confirm(
      draft,
      params.confirmation_token ? cardOf(draft, params.confirmation_token) : params.payment_method,
      id,
    ),
  ),
  'POST /v1/setup_intents/:id/cancel': route<Stripe.SetupIntentCancelParams>((draft, params, id) => {
    needState(draft.need('setup_intent', id, 'intent'))
    const intent = draft.change('setup_intent', id, {
      cancellation_reason: params.cancellation_reason ?? null,
      next_action: null,
      status: 'canceled',
    })
    draft.emit('setup_intent.canceled', intent)
    return intent
  }),
}
