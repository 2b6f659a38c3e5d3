import type Stripe from 'stripe'
import type { Draft } from '../../draft.ts'
import { metadata } from '../../http/metadata.ts'
import type { Invoice, SessionLine, SessionParams } from '../../kinds.ts'
import { createCustomer } from '../customer.ts'
import { readDiscounts } from '../discount.ts'
import { draftInvoice } from '../invoice/draft-invoice.ts'
import { lineOfInvoiceItem } from '../invoice/line.ts'
import { createInvoiceItem } from '../invoice-item.ts'
import type { FirstPayment } from '../subscription/collect-first.ts'
import { createSubscription } from '../subscription/create.ts'

/**
 * Creates the subscription that a checkout sells; without a payment its first invoice stays open, to compute totals
 * only.
 */
export const subscribe = (
  draft: Draft,
  customer: string,
  params: SessionParams,
  lines: SessionLine[],
  payment?: FirstPayment,
) => {
  const data = params.subscription_data ?? {}
  // Paid after its anchor, a whole period is charged that began with it.
  const periodStart =
    (data.billing_cycle_anchor ?? draft.now) < draft.now ? data.billing_cycle_anchor : undefined
  const lineParams = params.line_items!
  const items = lines.flatMap((line, index) =>
    line.price?.recurring
      ? [
          {
            price: line.price.id,
            quantity: line.quantity ?? 1,
            ...(lineParams[index]!.tax_rates && { tax_rates: lineParams[index]!.tax_rates }),
          },
        ]
      : [],
  )
  const once = lines.flatMap((line) =>
    line.price && !line.price.recurring ? [{ price: line.price.id, quantity: line.quantity ?? 1 }] : [],
  )
  return createSubscription(
    draft,
    {
      customer,
      items,
      ...(once.length && { add_invoice_items: once }),
      ...(data.billing_cycle_anchor !== undefined && { billing_cycle_anchor: data.billing_cycle_anchor }),
      ...(data.billing_cycle_anchor_config && {
        billing_cycle_anchor_config: data.billing_cycle_anchor_config,
      }),
      ...(data.billing_mode && { billing_mode: data.billing_mode }),
      ...(data.default_tax_rates && { default_tax_rates: data.default_tax_rates }),
      ...(data.description && { description: data.description }),
      ...(data.metadata && { metadata: data.metadata }),
      ...(data.proration_behavior && { proration_behavior: data.proration_behavior }),
      ...(data.trial_end !== undefined && { trial_end: data.trial_end }),
      ...(data.trial_period_days !== undefined && { trial_period_days: data.trial_period_days }),
      ...(data.trial_settings && { trial_settings: data.trial_settings }),
      ...(params.discounts && { discounts: params.discounts }),
      ...(params.automatic_tax && { automatic_tax: params.automatic_tax }),
      ...(payment && { default_payment_method: payment.paymentMethod }),
      payment_behavior: 'default_incomplete',
    } as Stripe.SubscriptionCreateParams,
    { payment, periodStart },
  )
}

/** The invoice or receipt of a one-off payment; it never uses the customer's balance. */
export const invoiceForPayment = (
  draft: Draft,
  customer: string,
  params: SessionParams,
  lines: SessionLine[],
): Invoice => {
  const items = lines.map((line, index) =>
    createInvoiceItem(draft, {
      customer,
      pricing: { price: line.price!.id },
      quantity: line.quantity ?? 1,
      description: line.description ?? '',
      tax_rates: (params.line_items?.[index]?.tax_rates ?? []) as string[],
    }),
  )
  const data = params.invoice_creation?.invoice_data
  const discounts = readDiscounts(draft, params.discounts as never, { customer: null }, lines[0]!.currency)
  const invoice = draftInvoice(draft, {
    customer,
    currency: lines[0]!.currency,
    reason: 'manual',
    lines: items.map(lineOfInvoiceItem),
    discounts,
    autoAdvance: false,
    metadata: metadata(data?.metadata),
    description: data?.description ?? null,
    footer: data?.footer ?? null,
    customFields: data?.custom_fields || null,
    automaticTax: params.automatic_tax?.enabled ?? false,
    ignoresBalance: true,
  })
  for (const item of items) draft.change('invoiceitem', item.id, { invoice: invoice.id })
  return invoice
}

/** Creates what a session sells in a draft of its own and returns its invoice; used to compute the totals. */
export const firstInvoiceOf = (fork: Draft, params: SessionParams, lines: SessionLine[]): Invoice => {
  const customer = params.customer ?? createCustomer(fork, {}).id
  if (params.mode !== 'subscription') return invoiceForPayment(fork, customer, params, lines)
  const subscription = subscribe(fork, customer, params, lines)
  return fork.need('invoice', subscription.latest_invoice!)
}
