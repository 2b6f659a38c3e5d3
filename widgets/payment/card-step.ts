import '../chunks/acting.ts'
import { nothing } from 'lit'
import type { Billing } from '#contract/billing'
import type { Money } from '#contract/money'
import { ApiError } from '../api/answer.ts'
import { readOwn, type Speaker } from '../api/mutate.ts'
import { html } from '../base/html.ts'
import type { DialogElement } from '../dialogs/dialog/dialog.ts'
import { cardArea } from '../i18n/card.ts'
import type { CardWords } from '../i18n/es-mx/card.ts'
import { loadWords } from '../i18n/namespace.ts'
import { lateWords } from '../purchase/lazy-messages.ts'
import { type CardForm, openCardForm } from './card-form.ts'
import { refusalText } from './refusal.ts'

/** What the step belongs to, and what follows it. */
export interface CardStepOptions {
  /** The dialog that contains it; it makes room for the bank's window. */
  host: DialogElement<{ close: string }>
  speaker: Speaker
  /** The amount that the button names, as text: it is paid once the card is saved. */
  due?: string | undefined
  /** The part of it that the server charges by itself: unpaid invoices. */
  expectedTotal: Pick<Money, 'amount' | 'currency'>
  failed: (error: ApiError) => unknown
  /** The card is saved as the default, and the server knows it. */
  saved: () => void
  back: () => void
}

/** Waits until the server knows a card that was just saved: the payment provider notifies it a moment later. */
const cardArrived = async (speaker: Speaker, before: Billing['paymentMethod']) => {
  for (let tries = 0; tries < 8; tries++) {
    const { paymentMethod } = await readOwn<Billing>(speaker, 'billing')
    if (JSON.stringify(paymentMethod) !== JSON.stringify(before)) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/**
 * Saves a new card for the customer and uses it at once: a step inside a dialog, loaded only when needed. The dialog
 * shows `view()` and removes the step when it continues.
 */
export class CardStep {
  readonly #options: CardStepOptions
  readonly #before: Promise<Billing>
  /** The language that Stripe's fields are in. */
  #drawn: string
  #form: CardForm | undefined
  #problem: ((words: CardWords) => string) | undefined
  #isSaving = false
  #isGone = false

  constructor(options: CardStepOptions) {
    this.#options = options
    this.#drawn = options.speaker.locale
    this.#before = readOwn<Billing>(options.speaker, 'billing')
    this.#before.catch(() => undefined)
    void this.#open()
  }

  /** Removes the fields from the page. */
  remove(): void {
    this.#isGone = true
    this.#form?.remove()
  }

  #show() {
    this.#options.host.requestUpdate()
  }

  #open = async () => {
    const { host, speaker, expectedTotal, failed } = this.#options
    this.#problem = undefined
    await loadWords(cardArea, host.language)
    this.#show()
    await host.updateComplete
    try {
      const form = await openCardForm(host, speaker, expectedTotal)
      if (this.#isGone) form.remove()
      else this.#form = form
    } catch (thrown) {
      const error = thrown instanceof ApiError ? thrown : new ApiError(0, 'unreachable')
      this.#problem = (words) => error.detail || words.failed
      failed(error)
    }
    this.#show()
  }

  #handleSave = async () => {
    const { host, speaker, saved } = this.#options
    const form = this.#form
    if (!form || this.#isSaving) return
    this.#isSaving = true
    this.#show()
    const refused = await host.aside(() => form.save())
    this.#problem = refused && ((words) => refusalText(refused, words))
    if (!this.#problem)
      await this.#before.then((billing) => cardArrived(speaker, billing.paymentMethod)).catch(() => {})
    this.#isSaving = false
    this.#show()
    if (!this.#problem && !this.#isGone) saved()
  }

  #button = (words: CardWords) => {
    const { due } = this.#options
    if (this.#form)
      return html`
        <button part="action action-main" type="button" aria-busy=${this.#isSaving} @click=${this.#handleSave}>
          ${due ? words.saveAndPay(due) : words.save}
        </button>
      `
    return this.#problem
      ? html`<button part="action" type="button" @click=${this.#open}>${words.retry}</button>`
      : nothing
  }

  #draw(language: string) {
    if (!this.#form || this.#drawn === language) return
    this.#drawn = language
    this.#form.speak(language)
  }

  view(): unknown {
    const { host } = this.#options
    const words = lateWords(host, cardArea)
    if (!words) return nothing
    this.#draw(host.serverLanguage)
    const problem = this.#problem?.(words)
    return html`
      <p part="quiet">${words.text}</p>
      <div part="card-fields">
        ${this.#form || problem ? nothing : html`<p part="status" role="status">${words.loading}</p>`}
        <slot name="card"></slot>
      </div>
      <footer part="dialog-footer">
        ${problem ? html`<p part="problem" role="alert">${problem}</p>` : nothing}
        <div part="buttons">
          <button part="action action-quiet" type="button" @click=${this.#options.back}>${words.back}</button>
          ${this.#button(words)}
        </div>
      </footer>
    `
  }
}
