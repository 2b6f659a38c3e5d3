import { baseUrlOf } from '../../base-url.ts'
import type { Draft } from '../../draft.ts'
import { invalid } from '../../errors.ts'
import { metadata } from '../../http/metadata.ts'
import { newId, randomName } from '../../ids.ts'
import type { Session, SessionParams } from '../../kinds.ts'
import { minimumCharge } from '../../money/currency.ts'
import { needCustomer } from '../need-customer.ts'
import { cancelIntent } from '../payment-intent.ts'
import { createSetupIntent } from '../setup-intent.ts'
import { refuseOtherCurrency } from '../subscription/terms.ts'
import { checkSession } from './check.ts'
import { readLines, sessionTotals } from './lines.ts'

const DAY = 86_400

/** A checkout that is open for a day, or for the requested time. */
export const createSession = (draft: Draft, params: SessionParams): Session => {
  checkSession(draft, params)
  const id = newId('checkout.session')
  const mode = params.mode ?? 'payment'
  const customer = params.customer ? needCustomer(draft, params.customer) : null
  const lines = readLines(draft, params)
  const currency = lines[0]?.currency ?? params.currency?.toLowerCase() ?? null
  if (customer && mode === 'subscription') refuseOtherCurrency(draft, customer.id, currency!)
  const custom = params.ui_mode === 'elements'
  const totals = sessionTotals(draft, params, lines)
  refuseTooSmall(totals.total, currency)
  const intent =
    mode === 'setup'
      ? createSetupIntent(draft, {
          customer: customer?.id ?? null,
          usage: 'off_session',
          metadata: metadata(params.setup_intent_data?.metadata),
        })
      : null
  draft.put('internal.session', {
    id,
    params,
    lines,
    authenticating: null,
  })
  const session = draft.create('checkout.session', {
    id,
    adaptive_pricing: { enabled: params.adaptive_pricing?.enabled ?? false },
    allow_promotion_codes: params.allow_promotion_codes ?? null,
    allowed_payment_method_types: (params.allowed_payment_method_types as string[]) ?? null,
    amount_subtotal: mode === 'setup' ? null : totals.subtotal,
    amount_total: mode === 'setup' ? null : totals.total,
    automatic_tax: {
      enabled: params.automatic_tax?.enabled ?? false,
      liability: params.automatic_tax?.enabled ? { type: 'self' } : null,
      provider: params.automatic_tax?.enabled ? 'stripe' : null,
      status: params.automatic_tax?.enabled ? 'requires_location_inputs' : null,
    },
    billing_address_collection: params.billing_address_collection ?? null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    client_secret: custom ? `${id}_secret_${randomName(40)}` : null,
    collected_information: custom
      ? null
      : { business_name: null, individual_name: null, shipping_details: null },
    created: draft.now,
    currency,
    custom_fields: customFields(params),
    custom_text: {},
    customer: customer?.id ?? null,
    customer_creation:
      mode === 'payment'
        ? customer
          ? null
          : (params.customer_creation ?? 'if_required')
        : mode === 'subscription' && !customer
          ? 'always'
          : null,
    customer_details:
      customer || params.customer_email
        ? ({
            email: customer?.email ?? params.customer_email ?? null,
            tax_exempt: 'none',
            name: customer?.name ?? null,
          } as never)
        : null,
    customer_email: params.customer_email ?? null,
    discounts: (params.discounts ?? []).map((each) => ({
      coupon: each.coupon ?? null,
      promotion_code: null,
    })),
    expires_at: params.expires_at ?? draft.now + DAY,
    invoice_creation: mode === 'payment' ? invoiceCreation(params) : null,
    livemode: false,
    locale: params.locale ?? null,
    metadata: metadata(params.metadata),
    mode,
    origin_context: null,
    payment_method_collection:
      mode === 'subscription' ? (params.payment_method_collection ?? 'always') : 'if_required',
    payment_method_options: { card: { request_three_d_secure: 'automatic' } },
    payment_method_types: ['card'],
    payment_status: mode === 'setup' || totals.total === 0 ? 'no_payment_required' : 'unpaid',
    phone_number_collection: { enabled: params.phone_number_collection?.enabled ?? false },
    ...(params.return_url && { return_url: params.return_url }),
    saved_payment_method_options: customer
      ? {
          allow_redisplay_filters: params.saved_payment_method_options?.allow_redisplay_filters ?? ['always'],
          payment_method_save: params.saved_payment_method_options?.payment_method_save ?? 'disabled',
          payment_method_remove: params.saved_payment_method_options?.payment_method_remove ?? 'disabled',
        }
      : null,
    setup_intent: intent?.id ?? null,
    shipping_options: [],
    status: 'open',
    success_url: params.success_url ?? null,
    tax_id_collection: { enabled: params.tax_id_collection?.enabled ?? false, required: 'never' },
    total_details:
      mode === 'setup'
        ? null
        : { amount_discount: totals.discount, amount_shipping: 0, amount_tax: totals.tax },
    ui_mode: params.ui_mode ?? 'hosted_page',
    url: custom ? null : `${baseUrlOf(draft)}/c/pay/${id}`,
  } as never)
  return session
}

const refuseTooSmall = (total: number, currency: string | null): void => {
  const least = minimumCharge(currency ?? 'usd')
  if (total > 0 && total < least)
    throw invalid(
      `The Checkout Session's total amount due must add up to at least ${(least / 100).toFixed(2)} ${currency}`,
      null,
      'amount_too_small',
    )
}

const invoiceCreation = (params: SessionParams): Session['invoice_creation'] => {
  const data = params.invoice_creation?.invoice_data
  return {
    enabled: params.invoice_creation?.enabled ?? false,
    invoice_data: {
      account_tax_ids: null,
      custom_fields: data?.custom_fields || null,
      description: data?.description ?? null,
      footer: data?.footer ?? null,
      issuer: null,
      metadata: metadata(data?.metadata),
      rendering_options: null,
    },
  }
}

const customFields = (params: SessionParams): Session['custom_fields'] => {
  const input = params.custom_fields ?? []
  if (input.length > 3) throw invalid('You can have at most 3 custom fields.', 'custom_fields')
  return input.map((field, index) => {
    if (!/^[a-zA-Z0-9_-]{1,200}$/.test(field.key))
      throw invalid('The key must be alphanumeric.', `custom_fields[${index}][key]`)
    const limits = {
      default_value: null,
      maximum_length: null,
      minimum_length: null,
      value: null,
      ...(field.type === 'text' ? field.text : field.numeric),
    }
    return {
      key: field.key,
      label: { custom: field.label.custom, type: 'custom' },
      optional: field.optional ?? false,
      type: field.type,
      ...(field.type === 'text' && { text: limits }),
      ...(field.type === 'numeric' && { numeric: limits }),
      ...(field.type === 'dropdown' && {
        dropdown: {
          default_value: field.dropdown?.default_value ?? null,
          options: field.dropdown?.options ?? [],
          value: null,
        },
      }),
    } as Session['custom_fields'][number]
  })
}

/** Expires an open checkout: it can no longer be paid. */
export const expireSession = (draft: Draft, id: string): Session => {
  const before = draft.need('checkout.session', id)
  if (before.status !== 'open')
    throw invalid(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${before.status}.`,
    )
  if (before.payment_intent) cancelIntent(draft, before.payment_intent, 'expired')
  const session = draft.change('checkout.session', id, { status: 'expired', url: null })
  draft.emit('checkout.session.expired', session)
  return session
}
