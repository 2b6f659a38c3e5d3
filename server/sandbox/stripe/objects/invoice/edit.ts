import type { Draft } from '../../draft.ts'
import { invalid } from '../../errors.ts'
import type { Invoice, InvoiceItem, InvoiceLine } from '../../kinds.ts'
import { lineOfInvoiceItem } from './line.ts'
import { withTotals } from './totals.ts'

export const needDraft = (draft: Draft, id: string): Invoice => {
  const invoice = draft.need('invoice', id, 'invoice')
  if (invoice.status !== 'draft')
    throw invalid("Finalized invoices can't be updated in this way.", 'invoice', 'invoice_not_editable')
  return invoice
}

/** Puts lines on a draft and computes its totals again. */
export const withLines = (draft: Draft, invoice: Invoice, lines: InvoiceLine[]): Invoice =>
  draft.put(
    'invoice',
    withTotals(draft, {
      ...invoice,
      lines: { ...invoice.lines, data: lines, total_count: lines.length } as Invoice['lines'],
    }),
  )

export const addItemToDraft = (draft: Draft, item: InvoiceItem, id: string): InvoiceItem => {
  const invoice = needDraft(draft, id)
  if (invoice.customer !== item.customer || invoice.currency !== item.currency)
    throw invalid('The invoice belongs to another customer or is in another currency.', 'invoice')
  const attached = draft.change('invoiceitem', item.id, { invoice: id })
  const after = withLines(draft, invoice, [
    ...invoice.lines.data,
    { ...lineOfInvoiceItem(attached), invoice: id },
  ])
  draft.emit('invoice.updated', after)
  return attached
}

export const removeItemFromDraft = (draft: Draft, item: InvoiceItem): InvoiceItem => {
  const invoice = needDraft(draft, item.invoice!)
  withLines(
    draft,
    invoice,
    invoice.lines.data.filter((line) => itemOf(line) !== item.id),
  )
  return draft.change('invoiceitem', item.id, { invoice: null })
}

/** The invoice item behind a line. */
export const itemOf = (line: InvoiceLine): string | null =>
  line.parent?.invoice_item_details?.invoice_item ??
  line.parent?.subscription_item_details?.invoice_item ??
  null
