import type Stripe from 'stripe'
import type { Draft } from '../../draft.ts'
import { invalid, missing } from '../../errors.ts'
import type { Subscription } from '../../kinds.ts'

export type UpdateParams = Stripe.SubscriptionUpdateParams

/** The parameters that are allowed when an update may have to wait for its payment. */
const WITH_PENDING = new Set([
  'add_invoice_items',
  'billing_cycle_anchor',
  'cancel_at_period_end',
  'discounts',
  'expand',
  'items',
  'metadata',
  'off_session',
  'payment_behavior',
  'proration_behavior',
  'proration_date',
  'trial_end',
  'trial_from_plan',
])

/** In a pending update, only the price and quantity of an item may change. */
const ITEM_WITH_PENDING = new Set(['id', 'price', 'price_data', 'quantity', 'deleted'])

/** The rules between an update's parameters, and between them and the current subscription. */
export const checkUpdate = (draft: Draft, before: Subscription, params: UpdateParams): void => {
  if (before.ended_at && before.status === 'canceled') {
    const other = Object.keys(params).find(
      (name) => !['metadata', 'cancellation_details', 'expand'].includes(name),
    )
    if (other)
      throw invalid(
        'A canceled subscription can only update its cancellation_details and metadata.',
        other,
        'invalid_canceled_subscription_fields',
      )
  }
  if (before.status === 'incomplete_expired') throw missing('subscription', before.id)
  if (params.billing_cycle_anchor?.type === 'now' && params.trial_end !== undefined)
    throw invalid(
      'You may only specify one of these parameters: billing_cycle_anchor, trial_end.',
      'trial_end',
      'parameters_exclusive',
    )
  if (params.cancel_at !== undefined && params.cancel_at_period_end !== undefined)
    throw invalid(
      'You may only specify one of these parameters: cancel_at, cancel_at_period_end.',
      'cancel_at',
      'parameters_exclusive',
    )
  if (params.proration_date !== undefined && params.proration_behavior === 'none')
    throw invalid('You cannot set `proration_date` if `proration_behavior` is `none`.', 'proration_date')
  if (params.payment_behavior === 'pending_if_incomplete') checkPending(params)
  const billsMoney = params.items || params.trial_end !== undefined || params.billing_cycle_anchor
  if (before.status === 'incomplete' && billsMoney)
    throw invalid(
      'You cannot update a subscription in `incomplete` status in a way that results in a new invoice being created.',
    )
  if (before.status === 'paused' && params.billing_cycle_anchor)
    throw invalid(
      'You cannot change the billing cycle anchor of a paused subscription; resume it instead.',
      'billing_cycle_anchor',
    )
  if (before.schedule) checkManaged(draft, before, params)
}

const checkPending = (params: UpdateParams): void => {
  for (const name of Object.keys(params))
    if (!WITH_PENDING.has(name))
      throw invalid(
        `When \`payment_behavior\` is set to \`pending_if_incomplete\`, you can only pass parameters supported by pending updates. Unsupported parameter: ${name}`,
        name,
      )
  for (const [index, item] of (params.items ?? []).entries())
    for (const name of Object.keys(item))
      if (!ITEM_WITH_PENDING.has(name))
        throw invalid(
          `When \`payment_behavior\` is set to \`pending_if_incomplete\`, you can only pass parameters supported by pending updates. Unsupported parameter: items[${index}][${name}]`,
          `items[${index}][${name}]`,
        )
}

const checkManaged = (_draft: Draft, before: Subscription, params: UpdateParams): void => {
  const what =
    params.cancel_at !== undefined || params.cancel_at_period_end !== undefined
      ? 'any cancelation behavior'
      : params.items || params.billing_cycle_anchor || params.trial_end !== undefined
        ? 'its items, anchor or trial'
        : null
  if (what)
    throw invalid(
      `The subscription is managed by the subscription schedule \`${before.schedule}\`, and updating ${what} directly is not allowed. Please update the schedule instead.`,
    )
}
