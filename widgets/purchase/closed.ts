import '../chunks/acting.ts'
import { nothing } from 'lit'
import type { Billing } from '#contract/billing'
import type { ApiError } from '../api/answer.ts'
import type { WaizantElement } from '../base/element.ts'
import { html } from '../base/html.ts'
import { pricingPath } from '../base/pricing-path.ts'
import { reportError } from '../events/error.ts'
import { purchaseArea } from '../i18n/purchase.ts'
import { billingOf } from '../stores/billing.ts'
import type { Remote } from '../stores/resource.ts'
import { bringStyles } from './late-styles.ts'
import { errorText, lateWords } from './lazy-messages.ts'

/**
 * Why nothing can be bought now, in friendly words, and the one action that helps.
 *
 * @csspart closed - why nothing can be bought now
 * @slot sign-in - next to the message for a person who is not signed in
 * @slot settle - next to the message for an ecosystem that must pay first
 */
export class Closed {
  readonly #element: WaizantElement
  #reported: unknown
  #showsPlans = false

  constructor(element: WaizantElement) {
    this.#element = element
    bringStyles(element)
  }

  view(known: Remote<Billing> | undefined): unknown {
    const words = lateWords(this.#element, purchaseArea)
    if (!words) return nothing
    if (!known) return html`<p part="closed">${words.signedOut} <slot name="sign-in"></slot></p>`
    const { value: billing, error } = known
    if (!billing) return this.#failed(error!)
    const isSubscribed = /^(active|canceling|past-due)$/.test(billing.status)
    if (isSubscribed)
      return html`
        <p part="closed">${words.none(billing.planName)}</p>
        <button part="action" type="button" aria-haspopup="dialog" @click=${this.#changePlan}>${words.seePlans}</button>
      `
    const [notice] = billing.notices
    return html`
      <div part="closed">
        <p>${notice?.text ?? words[billing.status === 'pending' ? 'pending' : 'unsubscribed']}</p>
        ${
          billing.status === 'pending' || notice?.code === 'suspended'
            ? html`<slot name="settle"></slot>`
            : html`<p part="quiet">${words.unsubscribed}</p>`
        }
      </div>
      ${this.#plans(billing, notice?.code === 'suspended')}
    `
  }

  #plans({ status, catalogue, currency }: Billing, owes: boolean) {
    const element = this.#element
    const words = lateWords(element, purchaseArea)!
    if (status === 'pending' || owes) return nothing
    if (this.#showsPlans)
      return html`
        <waizant-plan-picker
          api=${element.server}
          locale=${element.language}
          catalogue=${catalogue}
          currency=${currency}
        ></waizant-plan-picker>
      `
    return html`<button part="action" type="button" @click=${this.#showPlans}>${words.seePlans}</button>`
  }

  #failed(error: ApiError) {
    const element = this.#element
    const words = lateWords(element, purchaseArea)!
    if (this.#reported !== error) {
      this.#reported = error
      queueMicrotask(() => reportError(element, error))
    }
    return html`
      <p part="problem" role="alert">
        ${errorText(error, words)}
        ${
          // The data were deleted, so there is nothing to retry; the link leads to the plans.
          error.status === 410
            ? html`<a part="retry" href=${element.server + pricingPath(element.language)}>${words.seePlans}</a>`
            : html`<button part="retry" type="button" @click=${this.#retry}>${words.retry}</button>`
        }
      </p>
    `
  }

  #retry = () => void billingOf(this.#element.server, this.#element.serverLanguage)?.load()

  #changePlan = async ({ currentTarget }: Event) => {
    const opener = currentTarget as Element
    const { planChangeIn } = await import('../elements/plan-change/plan-change.ts')
    await planChangeIn(this.#element).open({ opener })
  }

  #showPlans = async () => {
    await import('../elements/plan-picker/plan-picker.ts')
    this.#showsPlans = true
    this.#element.requestUpdate()
  }
}
