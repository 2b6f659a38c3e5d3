import type { Draft } from '../../draft.ts'
import { invalid } from '../../errors.ts'
import type { SessionParams } from '../../kinds.ts'
import { checkConfig } from '../subscription/terms.ts'

const MINUTE = 60
const DAY = 86_400

/** Rules between parameters that the types cannot express. */
export const checkSession = (draft: Draft, params: SessionParams): void => {
  const mode = params.mode ?? 'payment'
  const ui = params.ui_mode ?? 'hosted_page'
  if (ui === 'embedded_page' || ui === 'form')
    throw invalid(`The sandbox serves ui_mode hosted_page and elements, not ${ui}.`, 'ui_mode')
  if (ui === 'hosted_page' && !params.success_url)
    throw invalid('Missing required param: success_url.', 'success_url', 'parameter_missing')
  if (ui !== 'hosted_page' && (params.success_url || params.cancel_url))
    throw invalid(
      `\`success_url\` and \`cancel_url\` can only be used with \`ui_mode: hosted_page\`.`,
      'success_url',
    )
  for (const name of ['success_url', 'cancel_url', 'return_url'] as const)
    if (params[name] && !/^(https?:\/\/)/.test(params[name]))
      throw invalid('Not a valid URL', name, 'url_invalid')
  if (mode !== 'setup' && !params.line_items?.length)
    throw invalid('Missing required param: line_items.', 'line_items', 'parameter_missing')
  if (params.customer && params.customer_email)
    throw invalid(
      'You may only specify one of these parameters: customer, customer_email.',
      'customer',
      'parameters_exclusive',
    )
  if (params.subscription_data && mode !== 'subscription')
    throw invalid('You can not pass `subscription_data` in `payment` mode.', 'subscription_data')
  if (params.payment_intent_data && mode !== 'payment')
    throw invalid(`You can not pass \`payment_intent_data\` in \`${mode}\` mode.`, 'payment_intent_data')
  if (params.invoice_creation && mode !== 'payment')
    throw invalid(
      'You can only enable invoice creation when `mode` is set to `payment`. Invoices are created automatically when `mode` is set to `subscription`.',
      'invoice_creation',
    )
  if (params.customer_creation && mode !== 'payment')
    throw invalid('`customer_creation` can only be used in `payment` mode.', 'customer_creation')
  if (
    params.expires_at !== undefined &&
    (params.expires_at < draft.now + 30 * MINUTE - 5 || params.expires_at > draft.now + DAY + 5)
  )
    throw invalid(
      'The `expires_at` timestamp must be at least 30 minutes and at most 24 hours from Checkout Session creation.',
      'expires_at',
    )
  const types = params.allowed_payment_method_types as string[] | undefined
  if (types && !types.includes('card'))
    throw invalid('The sandbox serves card payments only.', 'allowed_payment_method_types')
  if (params.payment_method_collection === 'if_required')
    throw invalid('The sandbox asks for a card in every checkout.', 'payment_method_collection')
  checkSubscriptionData(draft, params)
}

const checkSubscriptionData = (draft: Draft, params: SessionParams): void => {
  const data = params.subscription_data
  if (!data) return
  const anchored = data.billing_cycle_anchor_config || data.billing_cycle_anchor
  const trial = data.trial_end ?? data.trial_period_days ?? data.trial_settings
  if (data.billing_cycle_anchor_config && data.billing_cycle_anchor)
    throw invalid(
      'You may only specify one of these parameters: billing_cycle_anchor, billing_cycle_anchor_config.',
      'subscription_data[billing_cycle_anchor]',
      'parameters_exclusive',
    )
  if (anchored && trial !== undefined)
    throw invalid(
      'You cannot combine a billing cycle anchor with any trial period parameters in Checkout.',
      data.billing_cycle_anchor_config
        ? 'subscription_data[billing_cycle_anchor_config]'
        : 'subscription_data[billing_cycle_anchor]',
      'parameters_exclusive',
    )
  if (data.proration_behavior && !anchored)
    throw invalid(
      '`proration_behavior` can only be used with `billing_cycle_anchor` or `billing_cycle_anchor_config`.',
      'subscription_data[proration_behavior]',
    )
  if (data.billing_cycle_anchor_config)
    checkConfig(data.billing_cycle_anchor_config, 'subscription_data[billing_cycle_anchor_config]')
  if (data.trial_end !== undefined && data.trial_end < draft.now + 2 * DAY)
    throw invalid(
      'The `trial_end` date has to be at least 2 days in the future.',
      'subscription_data[trial_end]',
    )
}
