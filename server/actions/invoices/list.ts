import type { Invoice, InvoiceList } from '#contract/invoice'
import type { Locale } from '#contract/locale'
import { BillingError } from '../../base/billing-error.ts'
import { invoiceLineText, type LineNames } from '../../billing/invoices/line-text.ts'
import { formatMoney } from '../../billing/money/format.ts'
import type { Ecosystem } from '../../db/ecosystems/ecosystems.ts'
import { type InvoiceCursor, type InvoiceRow, invoicesOf } from '../../db/invoices/invoices.ts'
import { lineNames } from '../../db/invoices/line-names.ts'
import type { Deps } from '../../deps.ts'
import { inputMessage } from '../../words/input.ts'

const pageSize = 20

/** An ecosystem's invoices as mirrored from the provider, newest first, a page at a time. */
export const listInvoices = async (
  deps: Deps,
  ecosystem: Ecosystem,
  { cursor, locale }: { cursor?: string | undefined; locale: Locale },
): Promise<InvoiceList> => {
  const after = cursor === undefined ? null : cursorOf(cursor, locale)
  const rows = await invoicesOf(deps.db, ecosystem.id, { after, limit: pageSize + 1 })
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  const names = await lineNames(
    deps.db,
    ecosystem.id,
    page.flatMap(({ lines }) => lines),
  )
  const { timeZone } = ecosystem
  return {
    invoices: page.map((row) => invoiceOf(row, names, { locale, timeZone })),
    nextCursor: last && rows.length > pageSize ? `${last.at.getTime()}.${last.providerId}` : null,
  }
}

/**
 * A cursor names the last invoice seen by its time and id: new invoices do not shift the pages. Thirteen digits
 * reach the year 2286; the database takes no year of five digits.
 */
const cursorOf = (cursor: string, locale: Locale): InvoiceCursor => {
  const [, time, id] = /^(\d{1,13})\.(\w{1,100})$/.exec(cursor) ?? []
  if (!time || !id) {
    const message = inputMessage({ code: 'invalid_format' }, locale)
    throw new BillingError('invalid-input', {}, [{ path: 'cursor', message }])
  }
  return { at: new Date(Number(time)), providerId: id }
}

const invoiceOf = (
  row: InvoiceRow,
  names: LineNames,
  reader: { locale: Locale; timeZone: string },
): Invoice => {
  const money = (amount: number) => formatMoney(amount, row.currency, reader.locale)
  return {
    id: row.providerId,
    number: row.number,
    at: row.at.toISOString(),
    status: row.status as Invoice['status'],
    total: money(row.total),
    amountPaid: money(row.amountPaid),
    balanceUsed: money(row.balanceUsed),
    lines: row.lines.map((line) => ({
      description: invoiceLineText(line, names, reader),
      amount: money(line.amount),
    })),
    pdfUrl: row.pdfUrl,
  }
}
