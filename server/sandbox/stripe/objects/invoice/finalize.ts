import { invoiceLinks } from '../../base-url.ts'
import type { Draft } from '../../draft.ts'
import { invalid } from '../../errors.ts'
import { randomName } from '../../ids.ts'
import type { Invoice, PaymentIntent } from '../../kinds.ts'
import { minimumCharge } from '../../money/currency.ts'
import { adjustBalance } from '../balance-transaction.ts'
import { createIntent } from '../payment-intent.ts'
import { settle } from './settle.ts'
import { withTotals } from './totals.ts'

/**
 * Finalizes a draft: it gets its number, uses the customer's balance (or credits it, for a negative total), and gets an
 * intent for the remainder, unless it only documents a paid one. With nothing left to pay it is paid.
 */
export const finalize = (draft: Draft, id: string, paidBy?: PaymentIntent): Invoice => {
  const before = draft.need('invoice', id)
  if (before.status !== 'draft')
    throw invalid(
      "This invoice is already finalized, you can't re-finalize a non-draft invoice.",
      null,
      'invoice_not_editable',
    )
  if (!before.lines.data.length && before.billing_reason === 'manual')
    throw invalid('Nothing to invoice for customer', null, 'invoice_no_customer_line_items')
  const totalled = withTotals(draft, before)
  const balance = useBalance(draft, totalled)
  const invoice = draft.put('invoice', {
    ...totalled,
    ...balance,
    amount_remaining: balance.amount_due,
    automatically_finalizes_at: null,
    effective_at: draft.now,
    next_payment_attempt: null,
    number: nextNumber(draft, before.customer!),
    status: 'open',
    status_transitions: { ...before.status_transitions, finalized_at: draft.now },
    ...invoiceLinks(draft, before.id),
  })
  if (invoice.amount_due > 0) requestPayment(draft, invoice, paidBy)
  draft.emit('invoice.finalized', invoice)
  if (invoice.amount_due === 0) settle(draft, id, 0)
  return draft.need('invoice', id)
}

/**
 * `ending = starting + total − due`: credit pays, a negative total becomes credit, an amount too small to charge
 * becomes debt.
 */
const useBalance = (draft: Draft, invoice: Invoice) => {
  if (draft.need('internal.invoice', invoice.id).ignoresBalance)
    return { starting_balance: 0, ending_balance: null, amount_due: invoice.total }
  const starting = draft.need('customer', invoice.customer!).balance
  const open = starting + invoice.total
  const tooSmall = open > 0 && open < minimumCharge(invoice.currency)
  const due = tooSmall ? 0 : Math.max(0, open)
  const ending = open - due
  if (tooSmall && starting >= 0 && invoice.total > 0)
    adjustBalance(draft, invoice.customer!, ending - starting, invoice.currency, {
      type: 'invoice_too_small',
      invoice: invoice.id,
    })
  else if (ending !== starting)
    adjustBalance(draft, invoice.customer!, ending - starting, invoice.currency, {
      type: 'applied_to_invoice',
      invoice: invoice.id,
    })
  return { starting_balance: starting, ending_balance: ending, amount_due: due }
}

const nextNumber = (draft: Draft, id: string): string => {
  const customer = draft.need('customer', id)
  const sequence = customer.next_invoice_sequence ?? 1
  draft.change('customer', id, { next_invoice_sequence: sequence + 1 })
  return `${customer.invoice_prefix}-${String(sequence).padStart(4, '0')}`
}

/** The intent that pays an open invoice, and the link between them. */
export const requestPayment = (draft: Draft, invoice: Invoice, paidBy?: PaymentIntent): void => {
  const intent =
    paidBy ??
    createIntent(draft, {
      amount: invoice.amount_due - invoice.amount_paid,
      currency: invoice.currency,
      customer: invoice.customer,
      description: invoice.parent?.subscription_details
        ? 'Subscription update'
        : `Payment for invoice ${invoice.number}`,
      setupFutureUsage: invoice.parent?.subscription_details ? 'off_session' : null,
    })
  draft.create('invoice_payment', {
    id: `inpay_1${randomName(23)}`,
    amount_requested: intent.amount,
    created: draft.now,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { type: 'payment_intent', payment_intent: intent.id },
    status: 'open',
    status_transitions: {},
  } as never)
}
