import '../../chunks/knowing.ts'
import { nothing, type PropertyDeclarations } from 'lit'
import type { Billing, Notice } from '#contract/billing'
import { ApiError } from '../../api/answer.ts'
import { WaizantElement } from '../../base/element.ts'
import { html } from '../../base/html.ts'
import { actionOf, type BillingAction } from '../../billing-actions/action-of.ts'
import type { Said } from '../../billing-actions/run-customer-action.ts'
import { reportError } from '../../events/error.ts'
import { WaizantNoticeActionEvent } from '../../events/notice-action.ts'
import type { NoticeWords } from '../../i18n/es-mx/notice.ts'
import { noticeArea } from '../../i18n/notice.ts'
import { billingOf } from '../../stores/billing.ts'
import { $connection, personSignal } from '../../stores/connection.ts'
import { actionStyles } from '../../styles/action.ts'
import { baseStyles } from '../../styles/base.ts'
import { lateStyles } from '../../styles/late.ts'
import { billingNoticeStyles } from './billing-notice.styles.ts'
import { dismiss, dismissedOf } from './dismissed.ts'

/** Notices about access that is lost or will be: a customer cannot dismiss them. */
const grave = [
  'payment-failed',
  'no-payment-method',
  'suspended',
  'trial-ended',
  'canceled',
  'data-expired',
  'licences-full',
]

/**
 * The one thing that the connected ecosystem's people should know of their billing now, and the one action that helps.
 * Takes no place while there is nothing to say.
 *
 * @attr code - what it says, as in `payment-failed`; set by the element
 * @fires waizant-notice-action - before the action is done; cancelable
 * @fires waizant-payment-method-needed - before card fields are shown; cancelable
 * @fires waizant-cancellation-changed - the subscription goes on after all
 * @fires waizant-plan-changed - a scheduled change was undone
 * @fires waizant-error
 * @csspart notice - everything; `notice-grave` where the access is at stake
 * @csspart text - what has to be known
 * @csspart action - the button with the one thing that helps
 * @csspart dismiss - the button that puts it away
 * @csspart problem - what went wrong
 */
export class WaizantBillingNotice extends WaizantElement<NoticeWords> {
  static override styles = [baseStyles, actionStyles, ...lateStyles, billingNoticeStyles]
  static override properties: PropertyDeclarations = {
    code: { reflect: true },
    busy: { state: true },
    said: { state: true },
    error: { state: true },
  }

  declare code: string | undefined
  declare busy: boolean
  declare said: Said | undefined
  declare error: ApiError | undefined

  override readonly area = noticeArea
  #spoken: string | undefined

  get #billing(): Billing | undefined {
    const { server, serverLanguage, stores } = this
    stores.read($connection)
    const store = billingOf(server, serverLanguage)
    return store && stores.read(store).value
  }

  /** The most serious notice that was not dismissed: the server sends them in that order. */
  #noticeOf = (billing: Billing | undefined): Notice | undefined => {
    const away = dismissedOf(this.server)
    return billing?.notices.find(({ code }) => grave.includes(code) || !away.includes(code))
  }

  protected override willUpdate(): void {
    const notice = this.#noticeOf(this.#billing)
    if (notice && notice.code !== this.code) this.said = this.error = undefined
    this.code = notice?.code ?? (this.said && 'done')
  }

  /** Screen readers skip the initial content of a live region, so the text is added a moment later. */
  protected override updated(): void {
    if (this.#spoken === this.code) return
    this.#spoken = this.code
    setTimeout(() => this.requestUpdate())
  }

  #handleDismiss = () => {
    dismiss(this.server, this.code!)
    this.said = undefined
    this.requestUpdate()
  }

  protected override forget(): void {
    this.said = this.error = undefined
    this.busy = false
  }

  #act = async (notice: Notice, action: BillingAction, opener: HTMLElement) => {
    const billing = this.#billing
    const plan = notice.facts?.plan?.toString()
    if (!billing || this.busy || !this.dispatchEvent(new WaizantNoticeActionEvent(notice.code, action, plan)))
      return
    const person = personSignal()
    this.busy = true
    this.error = undefined
    try {
      const { carryOutAction } = await import('../../billing-actions/run-customer-action.ts')
      this.said = await carryOutAction(this, { action, billing, plan, opener, person })
    } catch (thrown) {
      const error = thrown instanceof ApiError ? thrown : new ApiError(0, 'unreachable')
      if (person.aborted) return
      this.error = error
      reportError(this, error)
    }
    this.busy = false
  }

  #button = (notice: Notice, words: NoticeWords) => {
    const action = actionOf(notice)
    if (!action) return nothing
    const plan = action === 'change-plan' && notice.facts?.planName
    const needsCard = action === 'change-card' && !this.#billing?.paymentMethod
    return html`
      <button part="action" type="button" aria-busy=${this.busy}
        @click=${({ currentTarget }: Event) => void this.#act(notice, action, currentTarget as HTMLElement)}>
        ${plan ? words.moveTo(String(plan)) : needsCard ? words.addCard : words.actions[action]}
      </button>
    `
  }

  #problem = ({ code, detail }: ApiError, words: NoticeWords) =>
    html`<p part="problem" role="alert">${detail || (code === 'offline' ? words.offline : words.unexpected)}</p>`

  protected override render(): unknown {
    const { words, code, error, said } = this
    const notice = this.#noticeOf(this.#billing)
    const isGrave = grave.includes(code ?? '')
    return html`
      <section part="notice ${isGrave ? 'notice-grave' : ''}" aria-label=${words.label} lang=${this.language}>
        <p part="text" role="status">${this.#spoken === code ? (notice?.text ?? said?.()) : nothing}</p>
        ${notice ? this.#button(notice, words) : nothing}
        ${
          code && !isGrave
            ? html`<button part="dismiss" type="button" aria-label=${words.dismiss} @click=${this.#handleDismiss}>
                <span aria-hidden="true">×</span>
              </button>`
            : nothing
        }
        ${error ? this.#problem(error, words) : nothing}
      </section>
    `
  }
}

customElements.get('waizant-billing-notice') ??
  customElements.define('waizant-billing-notice', WaizantBillingNotice)

declare global {
  interface HTMLElementTagNameMap {
    'waizant-billing-notice': WaizantBillingNotice
  }
}
