import { invalid } from '../errors.ts'

const CONNECT = 'application_fee_amount application_fee_percent on_behalf_of transfer_data transfer_group'
const SUBSCRIPTION = `${CONNECT} billing_schedules billing_thresholds default_source pending_invoice_item_interval customer_account trial_from_plan`

/** Parameters that Stripe accepts and the sandbox does not implement: it refuses them instead of ignoring them. */
const UNSUPPORTED: Record<string, string> = {
  'POST /v1/checkout/sessions': `after_expiration allow_promotion_codes branding_settings consent_collection custom_text customer_account customer_update managed_payments name_collection optional_items permissions shipping_address_collection shipping_options wallet_options ${within('subscription_data', `${CONNECT} pending_invoice_item_interval billing_schedules`)} ${within('payment_intent_data', `${CONNECT} shipping`)}`,
  'POST /v1/customers': 'cash_balance source tax_id_data test_clock customer_account',
  'POST /v1/customers/:id': 'cash_balance source default_source',
  'POST /v1/invoices': `${CONNECT} account_tax_ids number effective_at shipping_cost shipping_details customer_account default_source`,
  'POST /v1/invoices/:id': `${CONNECT} account_tax_ids number effective_at shipping_cost shipping_details default_source automatic_tax collection_method days_until_due due_date`,
  'POST /v1/invoices/create_preview': `on_behalf_of customer_account ${within('subscription_details', 'billing_schedules cancel_at pause resume_at start_date')}`,
  'POST /v1/payment_intents': `${CONNECT} amount_details hooks mandate mandate_data payment_details payment_method_data shipping customer_account`,
  'POST /v1/payment_intents/:id': `${CONNECT} amount_details hooks payment_details payment_method_data shipping`,
  'POST /v1/payment_intents/:id/confirm':
    'amount_details hooks mandate mandate_data payment_details payment_method_data shipping',
  'POST /v1/setup_intents':
    'attach_to_self flow_directions mandate_data on_behalf_of payment_method_data single_use',
  'POST /v1/subscriptions': `${SUBSCRIPTION} backdate_start_date`,
  'POST /v1/subscriptions/:id': SUBSCRIPTION,
  'POST /v1/refunds': 'origin instructions_email refund_application_fee reverse_transfer',
}

function within(group: string, names: string): string {
  return names
    .split(' ')
    .map((name) => `${group}.${name}`)
    .join(' ')
}

const unsupportedByRoute = new Map(
  Object.entries(UNSUPPORTED).map(([route, names]) => [route, names.split(' ')]),
)

/** Refuses a parameter that would be ignored; switching a feature off is always accepted. */
export const refuseUnsupported = (route: string, params: Record<string, unknown>): void => {
  for (const path of unsupportedByRoute.get(route) ?? []) {
    const [name, inner] = path.split('.') as [string, string?]
    const value = inner ? (params[name] as Record<string, unknown> | undefined)?.[inner] : params[name]
    if (value === undefined || value === null || value === false) continue
    const param = inner ? `${name}[${inner}]` : name
    throw invalid(`The sandbox does not serve ${param}.`, param)
  }
}
