import type Stripe from 'stripe'
import type { Draft } from '../../draft.ts'
import { invalid } from '../../errors.ts'
import type { Price, Subscription } from '../../kinds.ts'
import { type AnchorConfig, advance, anchorFrom } from '../../money/cycle.ts'

type CreateParams = Stripe.SubscriptionCreateParams

const DAY = 86_400

/** The end of a trial is announced three days before; at once when the trial is shorter. */
export const announceAt = (now: number, trialEnd: number | null): number | null =>
  trialEnd && Math.max(now, trialEnd - 3 * DAY)

/** Flexible billing with discounts inside proration amounts: the default of this API version. */
export const billingMode = (input: CreateParams['billing_mode']): Subscription['billing_mode'] => {
  if (input?.type === 'classic')
    throw invalid(
      'The sandbox serves flexible billing mode only, the default of this API version.',
      'billing_mode[type]',
    )
  const discounts = input?.flexible?.proration_discounts ?? 'included'
  if (discounts === 'itemized')
    throw invalid(
      'The sandbox serves proration_discounts=included only.',
      'billing_mode[flexible][proration_discounts]',
    )
  return { type: 'flexible', flexible: { proration_discounts: 'included' } }
}

/** The one currency of all prices. */
export const oneCurrency = (prices: Price[], input?: string): string => {
  const currency = input?.toLowerCase() ?? prices[0]!.currency
  const other = prices.find((price) => price.currency !== currency)
  if (other)
    throw invalid(
      `The price specified only supports \`${other.currency}\`. This doesn't match the expected currency: \`${currency}\`.`,
      'items',
    )
  return currency
}

/** A customer's currency never changes. */
export const refuseOtherCurrency = (draft: Draft, customer: string, currency: string): void => {
  const other = draft
    .where('subscription', 'customer', customer)
    .find((each) => !each.ended_at && each.currency !== currency)
  const known = other?.currency ?? draft.need('customer', customer).currency
  if (known && known !== currency)
    throw invalid(
      `You cannot combine currencies on a single customer. This customer has an active subscription, subscription schedule, discount, quote, invoice item, or active subscription mode checkout session with currency ${known}`,
      'currency',
    )
}

/** The end of the requested trial. */
export const trialEndOf = (draft: Draft, params: CreateParams): number | null => {
  if (params.trial_period_days !== undefined && params.trial_end !== undefined)
    throw invalid(
      'You may only specify one of these parameters: trial_end, trial_period_days.',
      'trial_end',
      'parameters_exclusive',
    )
  if (params.trial_period_days !== undefined) {
    if (params.trial_period_days < 1)
      throw invalid('Invalid integer: trial_period_days must be at least 1.', 'trial_period_days')
    return draft.now + params.trial_period_days * DAY
  }
  if (params.trial_end === undefined || params.trial_end === 'now') return null
  if (params.trial_end <= draft.now)
    throw invalid('Invalid timestamp: must be an integer Unix timestamp in the future.', 'trial_end')
  return params.trial_end
}

/** The anchor that every period is counted from. */
export const anchorOf = (
  draft: Draft,
  params: CreateParams,
  config: AnchorConfig | null,
  trialEnd: number | null,
  prices: Price[],
): number => {
  if (params.billing_cycle_anchor !== undefined && config)
    throw invalid(
      'You may only specify one of these parameters: billing_cycle_anchor, billing_cycle_anchor_config.',
      'billing_cycle_anchor',
      'parameters_exclusive',
    )
  if (config) {
    checkConfig(config)
    return anchorFrom(config, trialEnd ?? draft.now)
  }
  const input = params.billing_cycle_anchor
  if (input === undefined) return trialEnd ?? draft.now
  if (input < draft.now)
    throw invalid(
      'Invalid timestamp: must be an integer Unix timestamp in the future.',
      'billing_cycle_anchor',
    )
  const latest = Math.min(...prices.map((price) => advance(trialEnd ?? draft.now, price.recurring!)))
  if (input > latest)
    throw invalid(
      '`billing_cycle_anchor` cannot be later than next natural billing date for plan.',
      'billing_cycle_anchor',
    )
  return input
}

/** A day, month and time that exist. */
export const checkConfig = (config: AnchorConfig, param = 'billing_cycle_anchor_config'): void => {
  const check = (name: keyof AnchorConfig, from: number, to: number) => {
    const value = config[name]
    if (value != null && (value < from || value > to))
      throw invalid(
        `Invalid integer: ${name} must be between ${from} and ${to}.`,
        `${param}[${name}]`,
        'parameter_invalid_integer',
      )
  }
  check('day_of_month', 1, 31)
  check('month', 1, 12)
  check('hour', 0, 23)
  check('minute', 0, 59)
  check('second', 0, 59)
}

/** The configuration as the subscription shows it. */
export const configOf = (config: AnchorConfig | null): Subscription['billing_cycle_anchor_config'] =>
  config && {
    day_of_month: config.day_of_month,
    hour: config.hour ?? null,
    minute: config.minute ?? null,
    month: config.month ?? null,
    second: config.second ?? null,
  }
