import '../../chunks/acting.ts'
import { nothing } from 'lit'
import type { Billing } from '#contract/billing'
import type { InvoiceList } from '#contract/invoice'
import { ApiError } from '../../api/answer.ts'
import { readOwn } from '../../api/mutate.ts'
import { html } from '../../base/html.ts'
import { reportError } from '../../events/error.ts'
import type { BillingWords } from '../../i18n/es-mx/billing.ts'
import { invoicesOf } from '../../stores/invoices.ts'
import type { Remote } from '../../stores/resource.ts'
import type { WaizantBillingPanel } from './billing-panel.ts'
import { invoiceTable } from './invoice-table.ts'
import { invoicesStyles } from './invoices.styles.ts'

/**
 * The invoices of the panel, a page at a time; each opens to its lines.
 *
 * @csspart more - the button that brings older ones
 * @csspart none - says that there are none
 */
export class Invoices {
  readonly #host: WaizantBillingPanel
  readonly #opened = new Set<string>()
  /** The pages after the first one. */
  #later: InvoiceList | undefined
  /** The language of these pages. */
  #language: string | undefined
  #isLoading = false
  #error: ApiError | undefined

  constructor(host: WaizantBillingPanel) {
    this.#host = host
    ;(host.renderRoot as ShadowRoot).adoptedStyleSheets.push(invoicesStyles.styleSheet!)
  }

  /** Another person is connected: drops what was loaded. */
  forget(): void {
    this.#later = this.#error = undefined
    this.#isLoading = false
    this.#opened.clear()
  }

  #toggle = (id: string) => {
    if (!this.#opened.delete(id)) this.#opened.add(id)
    this.#host.requestUpdate()
  }

  #more = async (cursor: string) => {
    if (this.#isLoading) return
    const { server: api, serverLanguage: locale } = this.#host
    this.#isLoading = true
    this.#error = undefined
    this.#host.requestUpdate()
    try {
      const page = await readOwn<InvoiceList>(
        { api, locale },
        `invoices?cursor=${encodeURIComponent(cursor)}`,
      )
      const known = this.#later?.invoices ?? []
      if (locale === this.#language) this.#later = { ...page, invoices: [...known, ...page.invoices] }
    } catch (thrown) {
      const error = thrown instanceof ApiError ? thrown : new ApiError(0, 'unreachable')
      if (error.code === 'signed-out') return
      this.#error = error
      reportError(this.#host, error)
    }
    this.#isLoading = false
    this.#host.requestUpdate()
  }

  #failure = (words: BillingWords, { detail }: ApiError, again: () => void) => html`
    <p part="problem" role="alert">
      ${detail || words.failed} <button part="retry" type="button" @click=${again}>${words.retry}</button>
    </p>
  `

  #next = (first: InvoiceList, words: BillingWords) => {
    const { nextCursor } = this.#later ?? first
    if (!nextCursor) return nothing
    const more = () => void this.#more(nextCursor)
    if (this.#error) return this.#failure(words, this.#error, more)
    return html`
      <button part="action more" type="button" aria-busy=${this.#isLoading} @click=${more}>${words.more}</button>
    `
  }

  #table = (first: InvoiceList, timeZone: Billing['timeZone'], words: BillingWords) => {
    const { language } = this.#host
    const ids = new Set(first.invoices.map(({ id }) => id))
    const all = [...first.invoices, ...(this.#later?.invoices ?? []).filter(({ id }) => !ids.has(id))]
    if (!all.length) return html`<p part="none">${words.noInvoices}</p>`
    return [
      invoiceTable(all, { words, language, timeZone, opened: this.#opened, toggle: this.#toggle }),
      this.#next(first, words),
    ]
  }

  view({ timeZone }: Billing, words: BillingWords): unknown {
    const { server, serverLanguage, stores } = this.#host
    if (this.#language !== serverLanguage) this.#later = this.#error = undefined
    this.#language = serverLanguage
    const store = invoicesOf(server, serverLanguage)
    const { value, error }: Partial<Remote<InvoiceList>> = store ? stores.read(store) : {}
    return html`
      <section part="card card-invoices" aria-busy=${!value && !error}>
        <h3 id="invoices">${words.invoices}</h3>
        ${error ? this.#failure(words, error, () => void store?.load()) : nothing}
        ${
          value
            ? this.#table(value, timeZone, words)
            : error
              ? nothing
              : html`<p part="quiet" role="status">${words.loading}</p>`
        }
      </section>
    `
  }
}
