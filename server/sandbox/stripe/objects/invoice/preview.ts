import type Stripe from 'stripe'
import type { Draft } from '../../draft.ts'
import { invalid, StripeSandboxError } from '../../errors.ts'
import { SHOWN_LINES } from '../../http/render.ts'
import { randomName } from '../../ids.ts'
import type { Invoice } from '../../kinds.ts'
import { createCustomer } from '../customer.ts'
import { readDiscounts } from '../discount.ts'
import { createInvoiceItem, updateInvoiceItem } from '../invoice-item.ts'
import { needCustomer } from '../need-customer.ts'
import { runDueSchedule } from '../schedule/run-due.ts'
import { pendingItems } from '../subscription/bill.ts'
import { cancelNow } from '../subscription/cancel.ts'
import { changeMoney, type MoneyChange } from '../subscription/change.ts'
import { createSubscription } from '../subscription/create.ts'
import { dropPendingUpdate } from '../subscription/pending-update.ts'
import { runDueSubscription } from '../subscription/run-due.ts'
import { billChange } from '../subscription/update.ts'
import { draftInvoice } from './draft-invoice.ts'
import { finalize } from './finalize.ts'
import { lineOfInvoiceItem } from './line.ts'

type Params = Stripe.InvoiceCreatePreviewParams

/**
 * The invoice that a change would create: made in a fork by the same code as the change, and discarded. Without a
 * change, or with one that waits for the renewal, it is the next renewal.
 */
export const previewInvoice = (draft: Draft, params: Params): Invoice => {
  if (params.schedule || params.schedule_details)
    throw invalid(
      'The sandbox does not serve previews of schedules.',
      params.schedule ? 'schedule' : 'schedule_details',
    )
  const fork = draft.fork()
  const customer = customerOf(fork, params)
  addItems(fork, customer, params)
  const invoice = params.subscription
    ? ofSubscription(fork, params.subscription, params)
    : params.subscription_details?.items
      ? ofNew(fork, customer, params)
      : ofPending(fork, customer)
  const preview = asPreview(fork, invoice)
  // An answer contains the first lines only; the others are listed by the preview's id.
  if (preview.lines.data.length > SHOWN_LINES)
    draft.put('internal.preview', { id: preview.id, lines: preview.lines.data, created: draft.now })
  return preview
}

const customerOf = (fork: Draft, params: Params): string => {
  if (params.subscription) {
    const { customer } = fork.need('subscription', params.subscription, 'subscription')
    if (params.customer && params.customer !== customer)
      throw invalid(
        `Subscription ${params.subscription} does not belong to customer ${params.customer}.`,
        'customer',
      )
    return customer
  }
  if (params.customer) return needCustomer(fork, params.customer).id
  if (params.customer_details) return createCustomer(fork, {}).id
  throw invalid(
    'You must provide a customer, customer_details, schedule or subscription.',
    'customer',
    'parameter_missing',
  )
}

const addItems = (fork: Draft, customer: string, params: Params): void => {
  for (const [index, item] of (params.invoice_items ?? []).entries()) {
    const { period: _, invoiceitem, ...rest } = item
    if (invoiceitem) {
      const param = `invoice_items[${index}][invoiceitem]`
      const known = fork.need('invoiceitem', invoiceitem, param)
      if (known.customer !== customer || known.invoice)
        throw invalid(`The invoice item ${invoiceitem} does not wait for this invoice.`, param)
      updateInvoiceItem(fork, rest as never, invoiceitem)
      continue
    }
    createInvoiceItem(
      fork,
      { ...rest, customer, ...(params.subscription && { subscription: params.subscription }) } as never,
      `invoice_items[${index}][price]`,
    )
  }
}

const ofSubscription = (fork: Draft, id: string, params: Params): Invoice => {
  const details = params.subscription_details ?? {}
  const before = fork.need('subscription', id)
  if (before.ended_at) throw noUpcoming(before.customer)
  if (details.proration_date !== undefined && details.proration_behavior === 'none')
    throw invalid(
      'You cannot set `proration_date` if `proration_behavior` is `none`.',
      'subscription_details[proration_date]',
    )
  // A new update replaces one that waits for its payment; such an update also expires before the renewal.
  dropPendingUpdate(fork, id)
  if (params.discounts !== undefined) giveDiscounts(fork, id, params.discounts)
  if (details.cancel_now) return ofCancellation(fork, id, details.proration_behavior !== 'none')
  const changed = changeMoney(fork, id, changeOf(fork, details))
  const now = billChange(fork, id, changed)
  if (now) return now
  if (details.cancel_at_period_end) fork.change('subscription', id, { cancel_at: firstEnd(fork, id) })
  return renewal(fork, id)
}

/** Replaces the subscription's own discounts and those of its customer. */
const giveDiscounts = (fork: Draft, id: string, input: Params['discounts']): void => {
  const { customer, currency } = fork.need('subscription', id)
  const discounts = readDiscounts(fork, input as never, { customer, subscription: id }, currency)
  fork.change('subscription', id, { discounts })
  if (!discounts.length) fork.change('customer', customer, { discount: null })
}

type Details = NonNullable<Params['subscription_details']>

const changeOf = (fork: Draft, details: Details): MoneyChange => {
  const anchor = details.billing_cycle_anchor
  return {
    items: details.items,
    proration_behavior: details.proration_behavior,
    proration_date: details.proration_date,
    ...(anchor?.type === 'now' && { anchor: fork.now }),
    ...(anchor?.type === 'timestamp' && { anchor: anchor.timestamp ?? fork.now }),
    ...(details.trial_end !== undefined && { trial_end: details.trial_end }),
  } as MoneyChange
}

const firstEnd = (fork: Draft, id: string) =>
  Math.min(...fork.need('subscription', id).items.data.map((item) => item.current_period_end))

/** The next renewal: time moves forward in the fork, and the same code runs as at the real renewal. */
const renewal = (fork: Draft, id: string): Invoice => {
  const before = fork.need('subscription', id)
  if (before.status === 'paused' || before.status === 'incomplete') throw noUpcoming(before.customer)
  const at = before.status === 'trialing' ? before.trial_end! : firstEnd(fork, id)
  const then = fork.fork(at)
  const schedule = before.schedule ? then.find('subscription_schedule', before.schedule) : undefined
  if (schedule?.current_phase && schedule.current_phase.end_date <= at) runDueSchedule(then, schedule.id)
  runDueSubscription(then, id)
  const invoice = then.need('subscription', id).latest_invoice
  if (!invoice || invoice === before.latest_invoice) throw noUpcoming(before.customer)
  fork.absorb(then)
  return fork.need('invoice', invoice)
}

const ofCancellation = (fork: Draft, id: string, credits: boolean): Invoice => {
  const before = fork.need('subscription', id)
  const after = cancelNow(fork, id, { credits, invoices: true })
  if (after.latest_invoice === before.latest_invoice) throw noUpcoming(before.customer)
  return fork.need('invoice', after.latest_invoice!)
}

const ofNew = (fork: Draft, customer: string, params: Params): Invoice => {
  const details = params.subscription_details!
  const subscription = createSubscription(fork, {
    customer,
    items: details.items!,
    payment_behavior: 'default_incomplete',
    ...(params.discounts && { discounts: params.discounts }),
    ...(details.default_tax_rates && { default_tax_rates: details.default_tax_rates }),
    ...(details.proration_behavior && { proration_behavior: details.proration_behavior }),
    ...(details.trial_end !== undefined && { trial_end: details.trial_end }),
    ...(details.billing_cycle_anchor?.timestamp && {
      billing_cycle_anchor: details.billing_cycle_anchor.timestamp,
    }),
  } as Stripe.SubscriptionCreateParams)
  return fork.need('invoice', subscription.latest_invoice!)
}

const ofPending = (fork: Draft, customer: string): Invoice => {
  const items = pendingItems(fork, customer, null)
  if (!items.length) throw noUpcoming(customer)
  return draftInvoice(fork, {
    customer,
    currency: items[0]!.currency,
    reason: 'upcoming',
    lines: items.map(lineOfInvoiceItem),
    autoAdvance: false,
  })
}

/** Applies balance and minimum amount as at its finalization, but stays a draft that is stored nowhere. */
const asPreview = (fork: Draft, invoice: Invoice): Invoice => {
  const final = invoice.status === 'draft' ? finalize(fork, invoice.id) : invoice
  const { hosted_invoice_url: _, invoice_pdf: __, ...rest } = final
  return {
    ...rest,
    id: `upcoming_in_1${randomName(23)}`,
    amount_paid: 0,
    amount_remaining: final.amount_due,
    attempted: false,
    auto_advance: false,
    billing_reason: 'upcoming',
    effective_at: null,
    next_payment_attempt:
      invoice.next_payment_attempt !== null && invoice.created > fork.now ? invoice.created + 3600 : null,
    number: null,
    status: 'draft',
    status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
  }
}

const noUpcoming = (customer: string) =>
  new StripeSandboxError(404, {
    code: 'invoice_upcoming_none',
    message: `No upcoming invoices for customer: ${customer}`,
    type: 'invalid_request_error',
  })
