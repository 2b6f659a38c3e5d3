import type Stripe from 'stripe'
import { baseUrlOf } from '../base-url.ts'
import type { Draft } from '../draft.ts'
import { invalid } from '../errors.ts'
import { list, type Page, paginate, type Range, within } from '../http/list.ts'
import { metadata } from '../http/metadata.ts'
import { type Routes, route } from '../http/route.ts'
import { newId, randomName } from '../ids.ts'
import type { CreditNote, Invoice } from '../kinds.ts'
import { share } from '../money/share.ts'
import { adjustBalance } from './balance-transaction.ts'
import { settle } from './invoice/settle.ts'
import { createRefund } from './refund.ts'

type Create = Stripe.CreditNoteCreateParams

/**
 * Reduces a final invoice: before payment it lowers the amount due; after payment it is refunded, credited to the
 * balance, or was returned outside of Stripe, and these parts must add up to its total.
 */
const create = (draft: Draft, params: Create): CreditNote => {
  const invoice = draft.need('invoice', params.invoice, 'invoice')
  if (invoice.status !== 'open' && invoice.status !== 'paid' && invoice.status !== 'uncollectible')
    throw invalid('You can only create credit notes for open, paid or uncollectible invoices.', 'invoice')
  if (params.shipping_cost || params.refunds)
    throw invalid(
      'The sandbox does not serve shipping_cost or refunds on credit notes.',
      params.refunds ? 'refunds' : 'shipping_cost',
    )
  const parts = partsOf(draft, params, invoice)
  const total = parts.reduce((sum, part) => sum + part.amount + part.tax, 0)
  const credited = draft
    .where('credit_note', 'invoice', invoice.id)
    .filter((note) => note.status === 'issued')
  const left = invoice.total - credited.reduce((sum, note) => sum + note.amount, 0)
  if (total <= 0 || total > left)
    throw invalid(
      `The credit note amount (${total}) must be positive and at most what is left of the invoice (${left}).`,
      'amount',
    )
  const open = invoice.status === 'paid' ? 0 : Math.min(total, invoice.amount_remaining)
  const after = total - open
  const allocated =
    (params.refund_amount ?? 0) + (params.credit_amount ?? 0) + (params.out_of_band_amount ?? 0)
  if (allocated !== after)
    throw invalid(
      `The sum of credit amount, refund amount and out of band amount (${allocated}) must equal the post payment credit note amount (${after}).`,
      'credit_amount',
    )
  const id = newId('credit_note')
  const transaction = params.credit_amount
    ? adjustBalance(draft, invoice.customer!, -params.credit_amount, invoice.currency, {
        type: 'credit_note',
        credit_note: id,
        invoice: invoice.id,
      })
    : null
  const refund = params.refund_amount ? refundOf(draft, invoice, params.refund_amount) : null
  const tax = parts.reduce((sum, part) => sum + part.tax, 0)
  const note = draft.create('credit_note', {
    id,
    amount: total,
    amount_shipping: 0,
    created: draft.now,
    currency: invoice.currency,
    customer: invoice.customer!,
    customer_balance_transaction: transaction?.id ?? null,
    discount_amount: 0,
    discount_amounts: [],
    effective_at: draft.now,
    invoice: invoice.id,
    lines: list(
      parts.map((part) => lineOf(part)),
      `/v1/credit_notes/${id}/lines`,
    ),
    livemode: false,
    memo: params.memo ?? null,
    metadata: metadata(params.metadata),
    number: `${invoice.number}-CN-${String(credited.length + 1).padStart(2, '0')}`,
    out_of_band_amount: params.out_of_band_amount ?? null,
    pdf: `${baseUrlOf(draft)}/i/${invoice.id}/pdf`,
    post_payment_amount: after,
    pre_payment_amount: open,
    pretax_credit_amounts: [],
    reason: params.reason ?? null,
    refunds: refund
      ? [{ amount_refunded: refund.amount, refund: refund.id, payment_record_refund: null, type: 'refund' }]
      : [],
    status: 'issued',
    subtotal: total - tax,
    subtotal_excluding_tax: total - tax,
    total,
    total_excluding_tax: total - tax,
    total_taxes: [],
    type: after > 0 && open > 0 ? 'mixed' : after > 0 ? 'post_payment' : 'pre_payment',
  } as never)
  draft.emit('credit_note.created', note)
  lower(draft, invoice, open, after)
  return note
}

interface Part {
  amount: number
  tax: number
  description: string | null
  line?: string
  quantity: number
}

const partsOf = (draft: Draft, params: Create, invoice: Invoice): Part[] => {
  if (params.lines?.length)
    return params.lines.map((line, index) => partOfLine(draft, invoice, line, `lines[${index}]`))
  const amount =
    params.amount ??
    (params.refund_amount ?? 0) + (params.credit_amount ?? 0) + (params.out_of_band_amount ?? 0)
  return [{ amount, tax: 0, description: null, quantity: 1 }]
}

const partOfLine = (
  _draft: Draft,
  invoice: Invoice,
  input: NonNullable<Create['lines']>[number],
  param: string,
): Part => {
  if (input.type !== 'invoice_line_item')
    throw invalid('The sandbox serves credit note lines of type invoice_line_item.', `${param}[type]`)
  const line = invoice.lines.data.find((each) => each.id === input.invoice_line_item)
  if (!line)
    throw invalid(
      `No such line item on the invoice: ${input.invoice_line_item}`,
      `${param}[invoice_line_item]`,
      'resource_missing',
    )
  const amount =
    input.amount ?? (input.quantity ? share(line.amount, input.quantity, line.quantity ?? 1) : line.amount)
  const exclusive = (line.taxes ?? [])
    .filter((tax) => tax.tax_behavior === 'exclusive')
    .reduce((sum, tax) => sum + tax.amount, 0)
  return {
    amount,
    tax: line.amount ? share(exclusive, amount, line.amount) : 0,
    description: line.description,
    line: line.id,
    quantity: input.quantity ?? 1,
  }
}

const lineOf = (part: Part) => ({
  id: `cnli_1${randomName(23)}`,
  object: 'credit_note_line_item',
  amount: part.amount,
  description: part.description,
  discount_amount: 0,
  discount_amounts: [],
  ...(part.line && { invoice_line_item: part.line }),
  livemode: false,
  metadata: {},
  pretax_credit_amounts: [],
  quantity: part.quantity,
  tax_rates: [],
  taxes: [],
  type: part.line ? 'invoice_line_item' : 'custom_line_item',
  unit_amount: null,
  unit_amount_decimal: null,
})

const refundOf = (draft: Draft, invoice: Invoice, amount: number) => {
  const payment = draft.where('invoice_payment', 'invoice', invoice.id).find((each) => each.status === 'paid')
  if (!payment?.payment.payment_intent)
    throw invalid('This invoice has no payment that could be refunded.', 'refund_amount')
  return createRefund(draft, { payment_intent: payment.payment.payment_intent, amount })
}

const lower = (draft: Draft, invoice: Invoice, open: number, after: number) => {
  const changed = draft.change('invoice', invoice.id, {
    amount_due: invoice.amount_due - open,
    amount_remaining: invoice.amount_remaining - open,
    pre_payment_credit_notes_amount: invoice.pre_payment_credit_notes_amount + open,
    post_payment_credit_notes_amount: invoice.post_payment_credit_notes_amount + after,
  })
  for (const payment of draft.where('invoice_payment', 'invoice', invoice.id))
    if (payment.status === 'open' && open > 0 && payment.payment.payment_intent)
      draft.change('payment_intent', payment.payment.payment_intent, { amount: changed.amount_remaining })
  draft.emit('invoice.updated', changed)
  if (open > 0 && changed.amount_remaining === 0 && changed.status === 'open') settle(draft, invoice.id, 0)
}

export const creditNoteRoutes: Routes = {
  'POST /v1/credit_notes': route<Create>(create),
  'GET /v1/credit_notes/:id': route((draft, _params, id) => draft.need('credit_note', id)),
  'GET /v1/credit_notes': route<Page & { created?: Range; customer?: string; invoice?: string }>(
    (draft, params) =>
      paginate(
        (params.invoice ? draft.where('credit_note', 'invoice', params.invoice) : draft.all('credit_note'))
          .filter((note) => !params.customer || note.customer === params.customer)
          .filter((note) => within(note.created, params.created))
          .reverse(),
        params,
        '/v1/credit_notes',
      ),
  ),
}
