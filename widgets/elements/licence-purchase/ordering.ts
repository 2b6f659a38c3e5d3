import '../../chunks/acting.ts'
import { nothing, type ReactiveController } from 'lit'
import type { Billing } from '#contract/billing'
import type { LicenceQuote } from '#contract/licences'
import type { Money } from '#contract/money'
import { ApiError } from '../../api/answer.ts'
import { type Speaker, write } from '../../api/mutate.ts'
import { html } from '../../base/html.ts'
import { newId } from '../../base/new-id.ts'
import { WaizantBeforePurchaseEvent } from '../../events/before-purchase.ts'
import { reportError } from '../../events/error.ts'
import { WaizantPurchaseCompletedEvent } from '../../events/purchase-completed.ts'
import type { SeatWords } from '../../i18n/es-mx/seats.ts'
import { purchaseArea } from '../../i18n/purchase.ts'
import { seatsArea } from '../../i18n/seats.ts'
import { bringStyles } from '../../purchase/late-styles.ts'
import { errorText, lateWords } from '../../purchase/lazy-messages.ts'
import { LivePrice } from '../../purchase/live-price.ts'
import { roll } from '../../purchase/roll.ts'
import { billingOf } from '../../stores/billing.ts'
import { refreshEcosystem } from '../../stores/ecosystem-resource.ts'
import type { WaizantLicencePurchase } from './licence-purchase.ts'
import { orderingStyles } from './ordering.styles.ts'
import { doneNote, quoteView, type Spoken } from './quote-view.ts'

/** It is unknown whether the order was executed: a retry sends the same key. */
const isUnsure = ({ status, code }: ApiError) =>
  status === 0 || status >= 500 || code === 'request-in-progress'

/**
 * What another number of seats adds to the next invoice, and ordering it. It follows the first paint.
 *
 * @csspart quote - what another number costs
 * @csspart done - says that it is ordered
 */
export class Ordering implements ReactiveController {
  readonly #element: WaizantLicencePurchase
  readonly #quote: LivePrice<LicenceQuote>
  #intention: { quote: LicenceQuote; key: string } | undefined
  #before: Money | undefined
  #error: ApiError | undefined
  #done: LicenceQuote | undefined
  #isBusy = false
  #shown: string | undefined
  #language: string | undefined

  constructor(element: WaizantLicencePurchase) {
    this.#element = element
    this.#quote = new LivePrice(
      (quantity) => write(this.#speaker, 'licences/preview', { body: { quantity } }),
      () => element.requestUpdate(),
    )
    bringStyles(element, orderingStyles)
    element.addController(this)
    if (element.quantity !== undefined) this.chosen()
  }

  get #speaker(): Speaker {
    return { api: this.#element.server, locale: this.#element.serverLanguage }
  }

  get #words() {
    return lateWords(this.#element, seatsArea)
  }

  /** Always undefined: the choice stays visible. */
  view(): undefined {
    return undefined
  }

  /** Called when another number is chosen. */
  chosen(): void {
    if (this.#isBusy) return
    this.#before = this.#error = this.#done = this.#intention = undefined
    const { licences } = billingOf(this.#speaker.api, this.#speaker.locale)?.value?.value ?? {}
    const { quantity } = this.#element
    const isWhole = Number.isInteger(quantity) && quantity! >= this.#floorOf(licences) && quantity! <= 10_000
    if (quantity === undefined || quantity === licences?.total || (licences && !isWhole)) this.#quote.clear()
    else void this.#quote.follow(quantity)
  }

  #floorOf = (licences: Billing['licences'] | undefined) =>
    Math.max(1, licences?.included ?? 0, licences?.inUse ?? 0)

  /** Orders the quote that was shown; a newer quote has not been shown yet. */
  #handleConfirm = async (quote: LicenceQuote) => {
    if (quote !== this.#quote.value || this.#isBusy || this.#quote.isAsking) return
    const { quantity, total } = quote
    const { currency } = total
    const purchase = {
      kind: 'licences',
      quantity,
      dueNow: { amount: 0, currency },
      onNextInvoice: total,
    } as const
    if (!this.#element.dispatchEvent(new WaizantBeforePurchaseEvent(purchase))) return
    if (this.#intention?.quote !== quote) this.#intention = { quote, key: newId() }
    this.#error = undefined
    this.#isBusy = true
    this.#element.requestUpdate()
    try {
      const body = {
        quantity,
        at: quote.at,
        expectedTotal: { amount: total.amount, currency },
      }
      const done = await write<LicenceQuote>(this.#speaker, 'licences', { body, key: this.#intention.key })
      await this.#succeed(done)
      this.#element.dispatchEvent(new WaizantPurchaseCompletedEvent(purchase))
    } catch (thrown) {
      await this.#fail(thrown, quote)
    }
    this.#isBusy = false
    this.#element.requestUpdate()
  }

  #succeed = async (done: LicenceQuote) => {
    await refreshEcosystem(this.#speaker.api)
    this.#element.quantity = undefined
    this.#before = this.#intention = undefined
    this.#quote.clear()
    this.#done = done
  }

  #fail = async (thrown: unknown, quote: LicenceQuote) => {
    const error = thrown instanceof ApiError ? thrown : new ApiError(0, 'unexpected')
    reportError(this.#element, error)
    if (error.code === 'signed-out') return
    if (isUnsure(error)) {
      this.#error = error
      return
    }
    this.#intention = undefined
    await refreshEcosystem(this.#speaker.api)
    if (error.code !== 'price-changed') {
      this.#error = error
      return
    }
    await this.#quote.follow(quote.quantity, 0)
    this.#before = quote.total
  }

  forget(): void {
    this.#quote.clear()
    this.#element.quantity = undefined
    this.#before = this.#error = this.#done = this.#intention = undefined
    this.#isBusy = false
  }

  hostConnected(): void {
    this.#element.requestUpdate()
  }

  hostDisconnected(): void {
    this.#quote.clear()
  }

  hostUpdated(): void {
    const amount = this.#element.renderRoot.querySelector('[part=amount]')
    const text = amount?.textContent?.trim()
    if (this.#shown && text !== this.#shown) roll(amount)
    this.#shown = text
    this.#translate()
  }

  /** The lines of a quote are the server's: in another language it is asked for again. */
  #translate() {
    const before = this.#language
    this.#language = this.#element.serverLanguage
    if (before && before !== this.#language && !this.#isBusy) this.#quote.again()
  }

  /** Why the number cannot be lower, at the lowest one. */
  floor({ licences }: Billing): unknown {
    const words = this.#words
    const { inUse, included, total } = licences
    const quantity = this.#element.quantity ?? total!
    const least = this.#floorOf(licences)
    if (!words || quantity > least) return nothing
    return inUse >= (included ?? 0) ? words.floorInUse(inUse) : words.floorIncluded(included ?? 0)
  }

  unlimited(): unknown {
    return html`<p part="quiet">${this.#words?.unlimited}</p>`
  }

  #problem() {
    const words = this.#words!
    const common = lateWords(this.#element, purchaseArea)
    const error = this.#error ?? this.#quote.error
    if (!error || !common || this.#isBusy) return nothing
    const isUnknown = error === this.#error && isUnsure(error)
    const { value } = this.#quote
    const retry = () => (isUnknown && value ? void this.#handleConfirm(value) : this.chosen())
    return html`
      <p part="problem" role="alert">
        ${isUnknown ? words.unsure : errorText(error, common)}
        ${isUnsure(error) ? html`<button part="retry" type="button" @click=${retry}>${common.retry}</button>` : nothing}
      </p>
    `
  }

  /** What the choice costs; undefined while the number is unchanged. */
  summary({ status, interval, licences }: Billing): unknown {
    const words = this.#words
    if (!words) return undefined
    if (status === 'canceling') return html`<p part="notice">${words.canceling}</p>`
    const { value: quote, isAsking, error } = this.#quote
    if (this.#done) return doneNote(this.#done, words, this.#element.number)
    if (!quote && isAsking) return html`<p part="quiet" role="status">${words.calculating}</p>`
    if (!quote) return error ? this.#problem() : undefined
    const { quantity, before } = quote
    const count = quantity - before
    return html`
      ${quoteView(quote, { before: this.#before, isAsking, interval }, this.#spoken(words))}
      ${this.#before ? html`<p part="notice" role="alert">${words.changed}</p>` : nothing}
      ${this.#problem()}
      <button
        part="action action-main"
        type="button"
        ?disabled=${isAsking || quantity !== this.#element.quantity || quantity === licences.total}
        aria-busy=${this.#isBusy}
        @click=${() => void this.#handleConfirm(quote)}
      >${count < 0 ? words.remove(-count) : words.add(count)}</button>
    `
  }

  #spoken(words: SeatWords): Spoken {
    const common = this.#before && lateWords(this.#element, purchaseArea)
    return { words, common, language: this.#element.language }
  }
}
