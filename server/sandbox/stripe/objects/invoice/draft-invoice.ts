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
export const draftInvoice = (draft: Draft, input: NewInvoice): Invoice => {
  const customer = needCustomer(draft, input.customer)
  if (customer.currency && customer.currency !== input.currency)
    throw invalid(
      `You cannot combine currencies on a single customer. This customer has had a subscription, invoice item or balance in ${customer.currency}.`,
      'currency',
    )
  if (!customer.currency) draft.change('customer', customer.id, { currency: input.currency })
  const id = newId('invoice')
  const lines = input.lines.map((line) => ({ ...line, id: line.id || `il_1${randomName(23)}`, invoice: id }))
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
    auto_advance: input.autoAdvance,
    automatic_tax: {
      enabled: input.automaticTax ?? false,
      liability: input.automaticTax ? { type: 'self' } : null,
      provider: input.automaticTax ? 'stripe' : null,
      status: input.automaticTax ? 'complete' : null,
    },
    automatically_finalizes_at: input.autoAdvance ? draft.now + 3600 : null,
    billing_reason: input.reason,
    collection_method: input.collection ?? 'charge_automatically',
    created: draft.now,
    currency: input.currency,
    custom_fields: input.customFields ?? null,
    customer: customer.id,
    customer_address: customer.address ?? null,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_phone: customer.phone ?? null,
    customer_shipping: customer.shipping,
    customer_tax_exempt: customer.tax_exempt ?? 'none',
    customer_tax_ids: [],
    default_payment_method: input.paymentMethod ?? null,
    default_tax_rates: input.taxRates ?? [],
    description: input.description ?? null,
    discounts: input.discounts ?? [],
    due_date: input.dueDate ?? null,
    footer: input.footer ?? customer.invoice_settings.footer,
    issuer: { type: 'self' },
    lines: { ...list(lines, `/v1/invoices/${id}/lines`), total_count: lines.length },
    livemode: false,
    metadata: input.metadata ?? {},
    next_payment_attempt: input.autoAdvance && input.collection !== 'send_invoice' ? draft.now + 3600 : null,
    parent: input.subscription
      ? {
          type: 'subscription_details',
          quote_details: null,
          subscription_details: {
            metadata: input.subscription.metadata,
            subscription: input.subscription.id,
            ...(input.prorationDate !== undefined && { subscription_proration_date: input.prorationDate }),
          },
        }
      : null,
    payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
    period_end: input.period?.end ?? draft.now,
    period_start: input.period?.start ?? draft.now,
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
    ignoresBalance: input.ignoresBalance ?? false,
    failures: 0,
    offSession: input.offSession ?? false,
  })
  const invoice = draft.put('invoice', withTotals(draft, created))
  draft.emit('invoice.created', invoice)
  return invoice
}
