import type { Draft } from '../../draft.ts'
import { randomName } from '../../ids.ts'
import type {
  Debit,
  Invoice,
  InvoiceItem,
  InvoiceLine,
  Subscription,
  SubscriptionItem,
  TaxRate,
} from '../../kinds.ts'
import { remaining } from '../../money/proration.ts'
import { activeDiscounts, discountsAfterInvoice } from '../discount.ts'
import { trialText } from '../invoice/description.ts'
import { draftInvoice } from '../invoice/draft-invoice.ts'
import { lineOfInvoiceItem, lineOfItem } from '../invoice/line.ts'
import { fullPrice, periodAt } from './items.ts'

/** An item charged from a moment to the end of the service period around it. */
export interface ItemPeriod {
  item: SubscriptionItem
  from: number
  /** A trial or a free first period shows its line with an amount of zero. */
  free?: boolean
  to?: number
}

export interface Bill {
  reason: Invoice['billing_reason']
  itemPeriods: ItemPeriod[]
  autoAdvance: boolean
  prorationDate?: number | undefined
  /** Pending items of this subscription's customer are billed along unless this is false. */
  withPendingItems?: boolean
  offSession?: boolean
  period?: { start: number; end: number }
}

/** Drafts a subscription's invoice: pending items first, then its own items; records what each item was debited. */
export const bill = (draft: Draft, subscription: Subscription, input: Bill): Invoice => {
  const pending =
    input.withPendingItems === false ? [] : pendingItems(draft, subscription.customer, subscription.id)
  const pendingLines = pending.map(lineOfInvoiceItem)
  const charged = input.itemPeriods.map((itemPeriod) => ({
    itemPeriod,
    line: lineOf(draft, subscription, itemPeriod),
  }))
  const customer = draft.need('customer', subscription.customer)
  const own = activeDiscounts(draft, subscription.discounts as string[])
  const discounts = own.length ? own : activeDiscounts(draft, customer.discount ? [customer.discount.id] : [])
  const invoice = draftInvoice(draft, {
    customer: subscription.customer,
    currency: subscription.currency,
    reason: input.reason,
    subscription,
    prorationDate: input.prorationDate,
    lines: [...pendingLines, ...charged.map(({ line }) => line)],
    discounts,
    taxRates: (subscription.default_tax_rates ?? []) as TaxRate[],
    autoAdvance: input.autoAdvance,
    ...(input.period && { period: input.period }),
    collection: subscription.collection_method,
    dueDate: subscription.days_until_due ? draft.now + subscription.days_until_due * 86_400 : null,
    automaticTax: subscription.automatic_tax.enabled,
    offSession: input.offSession ?? false,
    paymentMethod: null,
  })
  pending.forEach((item, index) => {
    moveToInvoice(draft, item, invoice.id, pendingLines[index]!.id)
  })
  for (const { itemPeriod, line } of charged)
    if (!itemPeriod.free) recordDebit(draft, subscription, itemPeriod, invoice, line)
  const kept = discountsAfterInvoice(draft, subscription.discounts as string[])
  draft.change('subscription', subscription.id, { latest_invoice: invoice.id, discounts: kept })
  return invoice
}

const lineOf = (
  draft: Draft,
  subscription: Subscription,
  { item, from, to, free }: ItemPeriod,
): InvoiceLine => {
  const basis = periodAt(subscription, item.price, from)
  const end = to ?? basis.end
  const amount = free ? 0 : remaining(fullPrice(item), basis, from, end)
  const line = {
    ...lineOfItem(draft, subscription.customer, item, subscription.currency, amount, { start: from, end }),
    metadata: subscription.metadata,
  }
  return subscription.trial_end && from < subscription.trial_end && free
    ? {
        ...line,
        description: trialText(draft, subscription.customer, item.price),
      }
    : line
}

const recordDebit = (
  draft: Draft,
  subscription: Subscription,
  { item, from }: ItemPeriod,
  invoice: Invoice,
  line: InvoiceLine,
) => {
  const shown = invoice.lines.data.find((each) => each.id === line.id)!
  const debit: Debit = {
    id: `debit_${randomName(16)}`,
    item: item.id,
    subscription: subscription.id,
    price: item.price.id,
    quantity: item.quantity ?? 1,
    full: fullPrice(item),
    basis: periodAt(subscription, item.price, from),
    period: line.period,
    discounts: (shown.discount_amounts ?? []) as Debit['discounts'],
    taxRates: (item.tax_rates?.length ? item.tax_rates : (subscription.default_tax_rates ?? [])).map(
      (rate) => rate.id,
    ),
    invoiceItem: null,
    invoice: invoice.id,
    line: line.id,
  }
  removeExpired(draft, item.id)
  draft.put('internal.debit', debit)
}

/** Debits whose period is over can never be credited again. */
const removeExpired = (draft: Draft, item: string) => {
  for (const debit of draft.where('internal.debit', 'item', item))
    if (debit.period.end <= draft.now - 3600) draft.remove('internal.debit', debit.id)
}

/** Items not yet on an invoice: the subscription's own, and those of its customer that name no subscription. */
export const pendingItems = (draft: Draft, customer: string, subscription: string | null): InvoiceItem[] =>
  draft
    .where('invoiceitem', 'customer', customer)
    .filter((item) => item.invoice === null)
    .filter((item) => {
      const owner = item.parent?.subscription_details?.subscription
      return owner === undefined || owner === subscription
    })

const moveToInvoice = (draft: Draft, item: InvoiceItem, invoice: string, line: string) => {
  draft.change('invoiceitem', item.id, { invoice })
  const owner = item.parent?.subscription_details?.subscription_item
  if (owner)
    for (const debit of draft.where('internal.debit', 'item', owner))
      if (debit.invoiceItem === item.id) draft.change('internal.debit', debit.id, { invoice, line })
}
