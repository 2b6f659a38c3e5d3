import { charge as chargeCard, type Decline } from '../cards.ts'
import type { Draft } from '../draft.ts'
import { invalid } from '../errors.ts'
import { newId, randomName } from '../ids.ts'
import type { PaymentIntent, PaymentMethod } from '../kinds.ts'
import { recordCharge } from './charge.ts'
import { attach } from './payment-method.ts'
import { UNAUTHENTICATED } from './payment-refusal.ts'

export interface NewIntent {
  amount: number
  currency: string
  customer?: string | null
  description?: string | null
  metadata?: Record<string, string>
  paymentMethod?: string | null
  receiptEmail?: string | null
  setupFutureUsage?: PaymentIntent['setup_future_usage']
  automatic?: boolean
}

export const createIntent = (draft: Draft, input: NewIntent): PaymentIntent => {
  const id = newId('payment_intent')
  const intent = draft.create('payment_intent', {
    id,
    amount: input.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    automatic_payment_methods: input.automatic ? { allow_redirects: 'always', enabled: true } : null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${randomName(25)}`,
    confirmation_method: 'automatic',
    created: draft.now,
    currency: input.currency,
    customer: input.customer ?? null,
    description: input.description ?? null,
    livemode: false,
    metadata: input.metadata ?? {},
    payment_method: input.paymentMethod ?? null,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: ['card'],
    receipt_email: input.receiptEmail ?? null,
    setup_future_usage: input.setupFutureUsage ?? null,
    status: input.paymentMethod ? 'requires_confirmation' : 'requires_payment_method',
  } as never)
  draft.emit('payment_intent.created', intent)
  return intent
}

export interface Confirmation {
  paymentMethod: string
  offSession: boolean
  /** The holder has just answered their bank; this is the result. */
  authenticated?: boolean
}

const CONFIRMABLE = ['requires_payment_method', 'requires_confirmation', 'requires_action']

/** Tries to charge. Returns the intent with its new status; never throws for a decline. */
export const confirmIntent = (draft: Draft, id: string, by: Confirmation): PaymentIntent => {
  const before = draft.need('payment_intent', id)
  if (!CONFIRMABLE.includes(before.status))
    throw invalid(
      `You cannot confirm this PaymentIntent because it has a status of ${before.status}. Only a PaymentIntent with one of the following statuses may be confirmed: requires_confirmation, requires_action.`,
      null,
      'payment_intent_unexpected_state',
      { payment_intent: before },
    )
  const method = draft.need('payment_method', by.paymentMethod, 'payment_method')
  if (method.customer && method.customer !== before.customer)
    throw invalid(
      'The provided PaymentMethod belongs to another customer.',
      'payment_method',
      'payment_intent_incompatible_payment_method',
    )
  const bankAnswer = chargeCard(
    draft.need('internal.card', method.id),
    by.offSession,
    by.authenticated ?? false,
  )
  const intent = draft.change('payment_intent', id, {
    payment_method: method.id,
    last_payment_error: null,
    next_action: null,
  })
  if (bankAnswer.outcome === 'succeeded') return succeed(draft, intent, method, by.authenticated ?? false)
  if (bankAnswer.outcome === 'declined') return fail(draft, intent, method, bankAnswer.decline)
  return requireAction(draft, intent)
}

const succeed = (
  draft: Draft,
  before: PaymentIntent,
  method: PaymentMethod,
  authenticated: boolean,
): PaymentIntent => {
  const charge = recordCharge(draft, before, method, null, authenticated)
  if (authenticated && before.setup_future_usage)
    draft.change('internal.card', method.id, { authenticated: true })
  if (before.setup_future_usage && before.customer && !method.customer) attach(draft, method, before.customer)
  const intent = draft.change('payment_intent', before.id, {
    amount_received: before.amount,
    latest_charge: charge.id,
    status: 'succeeded',
  })
  draft.emit('payment_intent.succeeded', intent)
  return draft.need('payment_intent', intent.id)
}

const fail = (
  draft: Draft,
  before: PaymentIntent,
  method: PaymentMethod,
  decline: Decline,
): PaymentIntent => {
  const charge = recordCharge(draft, before, method, decline, false)
  const intent = draft.change('payment_intent', before.id, {
    last_payment_error: {
      ...decline,
      charge: charge.id,
      payment_method: method,
      type: 'card_error',
    } as never,
    latest_charge: charge.id,
    payment_method: null,
    status: 'requires_payment_method',
  })
  draft.emit('payment_intent.payment_failed', intent)
  return intent
}

const requireAction = (draft: Draft, before: PaymentIntent): PaymentIntent => {
  const intent = draft.change('payment_intent', before.id, {
    next_action: {
      type: 'use_stripe_sdk',
      use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: '', source: before.payment_method },
    } as never,
    status: 'requires_action',
  })
  draft.emit('payment_intent.requires_action', intent)
  return intent
}

/** The holder answered their bank: yes moves the money, no requires another card. */
export const authenticateIntent = (draft: Draft, id: string, agreed: boolean): PaymentIntent => {
  const before = draft.need('payment_intent', id)
  if (before.status !== 'requires_action')
    throw invalid(
      `This PaymentIntent has a status of ${before.status}.`,
      null,
      'payment_intent_unexpected_state',
    )
  if (agreed)
    return confirmIntent(draft, id, {
      paymentMethod: before.payment_method!,
      offSession: false,
      authenticated: true,
    })
  const method = draft.need('payment_method', before.payment_method!)
  const intent = draft.change('payment_intent', id, {
    last_payment_error: { ...UNAUTHENTICATED, payment_method: method, type: 'card_error' } as never,
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  })
  draft.emit('payment_intent.payment_failed', intent)
  return intent
}

export const cancelIntent = (
  draft: Draft,
  id: string,
  reason: PaymentIntent['cancellation_reason'],
): PaymentIntent => {
  const before = draft.need('payment_intent', id)
  if (!CONFIRMABLE.includes(before.status))
    throw invalid(
      `You cannot cancel this PaymentIntent because it has a status of ${before.status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_reauthorization, requires_confirmation, requires_action, processing.`,
      null,
      'payment_intent_unexpected_state',
      { payment_intent: before },
    )
  const intent = draft.change('payment_intent', id, {
    canceled_at: draft.now,
    cancellation_reason: reason,
    next_action: null,
    status: 'canceled',
  })
  draft.emit('payment_intent.canceled', intent)
  return intent
}
