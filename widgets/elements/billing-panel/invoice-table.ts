import { nothing } from 'lit'
import type { Billing } from '#contract/billing'
import type { Invoice } from '#contract/invoice'
import { html } from '../../base/html.ts'
import { dayText } from '../../i18n/day-text.ts'
import type { BillingWords } from '../../i18n/es-mx/billing.ts'

/** The texts of the table, and which of its rows are open. */
export interface InvoiceTable {
  words: BillingWords
  language: string
  timeZone: Billing['timeZone']
  /** Open invoices by id. */
  opened: ReadonlySet<string>
  toggle: (id: string) => void
}

const looks: Readonly<Record<Invoice['status'], string>> = {
  draft: 'idle',
  open: 'bad',
  paid: 'good',
  void: 'idle',
  uncollectible: 'bad',
}

const lines = (invoice: Invoice, { words }: InvoiceTable) => html`
  <tr role="row" part="details" id="lines-${invoice.id}">
    <td role="cell" colspan="5">
      <ul part="lines">
        ${invoice.lines.map(
          ({ description, amount }) =>
            html`<li><span>${description}</span> <span part="number">${amount.text}</span></li>`,
        )}
        ${
          invoice.balanceUsed.amount
            ? html`<li><span>${words.balanceUsed}</span> <span part="number">${invoice.balanceUsed.text}</span></li>`
            : nothing
        }
        <li><strong>${words.paid}</strong> <strong part="number">${invoice.amountPaid.text}</strong></li>
      </ul>
    </td>
  </tr>
`

/** The link to an invoice's PDF, when the provider gave an http(s) address. */
const pdf = ({ pdfUrl }: Invoice, name: string, words: BillingWords) =>
  pdfUrl && /^https?:/i.test(pdfUrl)
    ? html`<a part="pdf" href=${pdfUrl} target="_blank" rel="noopener" aria-label=${words.pdfOf(name)}>${words.pdf}</a>`
    : nothing

const row = (invoice: Invoice, table: InvoiceTable) => {
  const { words, language, timeZone, opened, toggle } = table
  const { id, number, at, status, total } = invoice
  const name = number ?? words.noNumber
  const isOpen = opened.has(id)
  const day = dayText(at, language, timeZone)
  return html`
    <tr role="row" part="invoice" ?data-open=${isOpen}>
      <th role="rowheader" scope="row" data-label=${words.number}>
        <button part="open" type="button" aria-expanded=${isOpen} aria-controls=${isOpen ? `lines-${id}` : nothing}
          aria-label=${words.lines(name)} @click=${() => toggle(id)}>${name}</button>
      </th>
      <td role="cell" data-label=${words.date}><time datetime=${at}>${day}</time></td>
      <td role="cell" data-label=${words.status}>
        <span part="status status-${looks[status]}">${words.invoiceStatuses[status]}</span>
      </td>
      <td role="cell" part="number" data-label=${words.total}>${total.text}</td>
      <td role="cell" part="files" data-label=${words.files}>${pdf(invoice, name, words)} <slot name="cfdi-${id}"></slot></td>
    </tr>
    ${isOpen ? lines(invoice, table) : nothing}
  `
}

/**
 * A real table; on a narrow place each row is a card, and the roles keep what that would take away.
 *
 * @csspart invoices - the table of invoices
 * @csspart invoice - a row of it
 * @csspart open - the button that opens its lines
 * @csspart details - the row with its lines
 * @csspart lines - its lines
 * @csspart number - an amount
 * @csspart files - its files
 * @csspart pdf - the link to its PDF
 */
export const invoiceTable = (invoices: readonly Invoice[], table: InvoiceTable): unknown => {
  const { words } = table
  const head = (text: string, part: unknown = nothing) =>
    html`<th role="columnheader" scope="col" part=${part}>${text}</th>`
  return html`
    <table role="table" part="invoices" aria-labelledby="invoices">
      <thead>
        <tr role="row">
          ${head(words.number)} ${head(words.date)} ${head(words.status)} ${head(words.total, 'number')}
          ${head(words.files, 'files')}
        </tr>
      </thead>
      <tbody>${invoices.map((invoice) => row(invoice, table))}</tbody>
    </table>
  `
}
