import type { Draft } from '../../draft.ts'
import { invalid } from '../../errors.ts'
import { list } from '../../http/list.ts'
import { newId, randomName } from '../../ids.ts'
import type { Invoice, InvoiceLine, Subscription, TaxRate } from '../../kinds.ts'
import { needCustomer } from '../need-customer.ts'
import { withTotals } from './totals.ts'

export interface NewInvoice {
  customer: string
  currency: string
  reason: Invoice['billing_reason']
  subscription?: Subscription | undefined
  prorationDate?: number | undefined
  lines: InvoiceLine[]
  /** Ids of discounts that apply to every discountable line. */
  discounts?: string[]
  taxRates?: TaxRate[]
  autoAdvance: boolean
  period?: { start: number; end: number }
  metadata?: Record<string, string>
  description?: string | null
  footer?: string | null
  customFields?: Invoice['custom_fields']
  paymentMethod?: string | null
  collection?: Invoice['collection_method']
  dueDate?: number | null
  automaticTax?: boolean
  ignoresBalance?: boolean
  /** The customer is not present, so the charge cannot be authenticated. */
  offSession?: boolean
}

/** A new draft with its lines, taxes and totals. It also sets the customer's currency. */
export const draftInvoice = (draft: Draft, given: NewInvoice): Invoice => {
  const customer = needCustomer(draft, given.customer)
  if (customer.currency && customer.currency !== given.currency)
    throw invalid(
      `You cannot combine currencies on a single customer. This customer has had a subscription, invoice item or balance in ${customer.currency}.`,
      'currency',
    )
  if (!customer.currency) draft.change('customer', customer.id, { currency: given.currency })
  const id = newId('invoice')
  const lines = given.lines.map((line) => ({ ...line, id: line.id || `il_1${randomName(23)}`, invoice: id }))
  const created = draft.create('invoice', {
    id,
    account_country: 'MX',
    account_name: 'Waizant (sandbox)',
    amount_due: 0,
    amount_overpaid: 0,
    amount_paid: 0,
    amount_remaining: 0,
    amount_shipping: 0,
    attempt_count: 0,
    attempted: false,
    auto_advance: given.autoAdvance,
    automatic_tax: {
      enabled: given.automaticTax ?? false,
      liability: given.automaticTax ? { type: 'self' } : null,
      provider: given.automaticTax ? 'stripe' : null,
      status: given.automaticTax ? 'complete' : null,
    },
    automatically_finalizes_at: given.autoAdvance ? draft.now + 3600 : null,
    billing_reason: given.reason,
    collection_method: given.collection ?? 'charge_automatically',
    created: draft.now,
    currency: given.currency,
    custom_fields: given.customFields ?? null,
    customer: customer.id,
    customer_address: customer.address ?? null,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_phone: customer.phone ?? null,
    customer_shipping: customer.shipping,
    customer_tax_exempt: customer.tax_exempt ?? 'none',
    customer_tax_ids: [],
    default_payment_method: given.paymentMethod ?? null,
    default_tax_rates: given.taxRates ?? [],
    description: given.description ?? null,
    discounts: given.discounts ?? [],
    due_date: given.dueDate ?? null,
    footer: given.footer ?? customer.invoice_settings.footer,
    issuer: { type: 'self' },
    lines: { ...list(lines, `/v1/invoices/${id}/lines`), total_count: lines.length },
    livemode: false,
    metadata: given.metadata ?? {},
    next_payment_attempt: given.autoAdvance && given.collection !== 'send_invoice' ? draft.now + 3600 : null,
    parent: given.subscription
      ? {
          type: 'subscription_details',
          quote_details: null,
          subscription_details: {
            metadata: given.subscription.metadata,
            subscription: given.subscription.id,
            ...(given.prorationDate !== undefined && { subscription_proration_date: given.prorationDate }),
          },
        }
      : null,
    payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
    period_end: given.period?.end ?? draft.now,
    period_start: given.period?.start ?? draft.now,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    starting_balance: 0,
    status: 'draft',
    status_transitions: {},
    subtotal: 0,
    total: 0,
    total_discount_amounts: [],
    total_pretax_credit_amounts: [],
    total_taxes: [],
  } as never)
  draft.put('internal.invoice', {
    id,
    ignoresBalance: given.ignoresBalance ?? false,
    failures: 0,
    offSession: given.offSession ?? false,
  })
  const invoice = draft.put('invoice', withTotals(draft, created))
  draft.emit('invoice.created', invoice)
  return invoice
}
