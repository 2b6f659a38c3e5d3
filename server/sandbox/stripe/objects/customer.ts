import type Stripe from 'stripe'
import type { Draft } from '../draft.ts'
import { invalid, missing } from '../errors.ts'
import { type Page, paginate, type Range, within } from '../http/list.ts'
import { metadata } from '../http/metadata.ts'
import { type Routes, route } from '../http/route.ts'
import { randomName } from '../ids.ts'
import type { Customer } from '../kinds.ts'
import { adjustBalance } from './balance-transaction.ts'
import { needCustomer } from './need-customer.ts'
import { attach, ownMethod, readPaymentMethod } from './payment-method.ts'
import { endSubscription } from './subscription/end.ts'

type Create = Stripe.CustomerCreateParams
type Update = Stripe.CustomerUpdateParams

export const createCustomer = (draft: Draft, params: Create): Customer => {
  let customer = draft.create('customer', {
    address: (params.address || null) as Customer['address'],
    balance: 0,
    created: draft.now,
    delinquent: false,
    description: params.description || null,
    email: params.email || null,
    invoice_prefix: params.invoice_prefix ?? randomName(8).toUpperCase(),
    invoice_settings: invoiceSettings(params.invoice_settings),
    livemode: false,
    metadata: metadata(params.metadata),
    name: params.name || null,
    next_invoice_sequence: params.next_invoice_sequence ?? 1,
    phone: params.phone || null,
    preferred_locales: params.preferred_locales ?? [],
    shipping: (params.shipping || null) as Customer['shipping'],
    tax_exempt: params.tax_exempt || 'none',
  } as never)
  if (params.test_clock) throw missing('test_clock', params.test_clock, 'test_clock')
  if (params.payment_method) {
    attach(draft, readPaymentMethod(draft, params.payment_method), customer.id)
    customer = draft.need('customer', customer.id)
  }
  if (params.invoice_settings?.default_payment_method)
    customer = draft.change('customer', customer.id, {
      invoice_settings: {
        ...customer.invoice_settings,
        default_payment_method: ownMethod(draft, customer.id, params.invoice_settings.default_payment_method),
      },
    })
  if (params.balance)
    throw invalid('Create a customer balance transaction with a currency instead.', 'balance')
  draft.emit('customer.created', customer)
  return customer
}

const updateCustomer = (draft: Draft, params: Update, id: string): Customer => {
  const before = needCustomer(draft, id, 'id')
  if (params.balance !== undefined && params.balance !== before.balance)
    adjustBalance(draft, id, params.balance - before.balance, before.currency ?? 'usd', {
      type: 'adjustment',
    })
  const text = (name: 'description' | 'email' | 'name' | 'phone') =>
    params[name] === undefined ? before[name] : params[name] || null
  const settings = params.invoice_settings
  const customer = draft.change('customer', id, {
    ...(params.address !== undefined && { address: (params.address || null) as Customer['address'] }),
    ...(params.shipping !== undefined && { shipping: (params.shipping || null) as Customer['shipping'] }),
    description: text('description') ?? null,
    email: text('email') ?? null,
    name: text('name') ?? null,
    phone: text('phone') ?? null,
    preferred_locales: params.preferred_locales ?? before.preferred_locales ?? [],
    tax_exempt: params.tax_exempt === undefined ? before.tax_exempt! : params.tax_exempt || 'none',
    metadata: metadata(params.metadata, before.metadata),
    ...(settings && {
      invoice_settings: {
        ...before.invoice_settings,
        ...invoiceSettings(settings, before.invoice_settings),
        ...(settings.default_payment_method !== undefined && {
          default_payment_method: settings.default_payment_method
            ? ownMethod(draft, id, settings.default_payment_method)
            : null,
        }),
      },
    }),
  } as Partial<Customer>)
  draft.emit('customer.updated', customer)
  return customer
}

const invoiceSettings = (
  input: Create['invoice_settings'],
  before?: Customer['invoice_settings'],
): Customer['invoice_settings'] => ({
  custom_fields:
    input?.custom_fields === undefined ? (before?.custom_fields ?? null) : input.custom_fields || null,
  default_payment_method: before?.default_payment_method ?? null,
  footer: input?.footer === undefined ? (before?.footer ?? null) : input.footer || null,
  rendering_options: before?.rendering_options ?? null,
})

const deleteCustomer = (draft: Draft, id: string) => {
  const customer = needCustomer(draft, id, 'id')
  for (const subscription of draft.where('subscription', 'customer', id))
    if (!subscription.ended_at) endSubscription(draft, subscription.id, 'cancellation_requested')
  draft.emit('customer.deleted', customer)
  draft.put('customer', { id, object: 'customer', deleted: true } as never)
  return { id, object: 'customer', deleted: true }
}

export const customerRoutes: Routes = {
  'POST /v1/customers': route<Create>(createCustomer),
  'GET /v1/customers/:id': route((draft, _params, id) => draft.need('customer', id)),
  'POST /v1/customers/:id': route<Update>(updateCustomer),
  'DELETE /v1/customers/:id': route((draft, _params, id) => deleteCustomer(draft, id)),
  'GET /v1/customers': route<Page & { email?: string; created?: Range }>((draft, params) =>
    paginate(
      draft
        .all('customer')
        .filter((customer) => !(customer as { deleted?: unknown }).deleted)
        .filter((customer) => params.email === undefined || customer.email === params.email)
        .filter((customer) => within(customer.created, params.created))
        .reverse(),
      params,
      '/v1/customers',
    ),
  ),
}
