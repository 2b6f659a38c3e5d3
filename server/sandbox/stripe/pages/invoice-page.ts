import type { Draft } from '../draft.ts'
import type { ApiAnswer, ApiRequest } from '../http/api.ts'
import type { Invoice } from '../kinds.ts'
import { html } from './html.ts'
import { pdf } from './invoice-pdf.ts'
import { notice, page, seller } from './layout.ts'
import { dateText, moneyText, type Words, wordsFor } from './words.ts'

/** An invoice as its customer sees it, in a browser or as a PDF. */
export const invoicePage = (draft: Draft, request: ApiRequest, otherwise: 'es' | 'en'): ApiAnswer => {
  const [, , id = '', form] = request.path.split('/')
  const invoice = draft.find('invoice', id)
  const customer = invoice?.customer ? draft.find('customer', invoice.customer) : undefined
  const words = wordsFor(
    customer?.preferred_locales?.[0] ?? null,
    request.headers['accept-language'] as string,
    otherwise,
  )
  if (!invoice?.number) return notice(words, words.missingTitle, words.missingText, null, 404)
  if (form === 'pdf')
    return {
      status: 200,
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${invoice.number}.pdf"`,
      },
      body: pdf(linesOf(words, invoice)),
    }
  return view(words, invoice)
}

const sums = (words: Words, invoice: Invoice): [label: string, amount: number][] => {
  const discount = (invoice.total_discount_amounts ?? []).reduce((sum, each) => sum + each.amount, 0)
  const tax = (invoice.total_taxes ?? []).reduce((sum, each) => sum + each.amount, 0)
  const used = (invoice.ending_balance ?? invoice.starting_balance) - invoice.starting_balance
  return [
    [words.subtotal, invoice.subtotal],
    ...(discount ? [[words.discount, -discount] as [string, number]] : []),
    ...(tax ? [[words.tax, tax] as [string, number]] : []),
    [words.total, invoice.total],
    ...(used ? [[words.balance, -used] as [string, number]] : []),
    [words.amountPaid, invoice.amount_paid],
    [words.amountDue, invoice.amount_remaining],
  ]
}

const view = (words: Words, invoice: Invoice): ApiAnswer => {
  const text = (amount: number) => moneyText(words, amount, invoice.currency)
  const title = `${words.invoice} ${invoice.number}`
  return page(
    words,
    title,
    html`<main class="one"><article class="card stack">${seller()}<h1>${title}</h1><p><span class="status">${words.statuses[invoice.status ?? '']}</span></p>
<dl class="facts"><dt>${words.issued}</dt><dd>${dateText(words, invoice.status_transitions.finalized_at ?? invoice.created)}</dd><dt>${words.billedTo}</dt><dd>${invoice.customer_name ?? invoice.customer_email ?? invoice.customer}</dd></dl>
<table><thead><tr><th scope="col">${words.description}</th><th scope="col">${words.amount}</th></tr></thead>
<tbody>${invoice.lines.data.map((line) => html`<tr><td>${line.description}</td><td>${text(line.amount)}</td></tr>`)}</tbody>
<tfoot>${sums(words, invoice).map(([label, amount]) => html`<tr><td>${label}</td><td>${text(amount)}</td></tr>`)}</tfoot></table>
<p class="noprint"><a href="/i/${invoice.id}/pdf">${words.download}</a></p></article></main>`,
  )
}

const linesOf = (words: Words, invoice: Invoice): [left: string, right: string][] => {
  const text = (amount: number) => moneyText(words, amount, invoice.currency)
  return [
    [`Waizant · ${words.invoice} ${invoice.number}`, words.statuses[invoice.status ?? ''] ?? ''],
    [words.testMode, dateText(words, invoice.status_transitions.finalized_at ?? invoice.created)],
    [`${words.billedTo}: ${invoice.customer_name ?? invoice.customer_email ?? invoice.customer}`, ''],
    ['', ''],
    ...invoice.lines.data.map((line) => [line.description ?? '', text(line.amount)] as [string, string]),
    ['', ''],
    ...sums(words, invoice).map(([label, amount]) => [label, text(amount)] as [string, string]),
  ]
}
