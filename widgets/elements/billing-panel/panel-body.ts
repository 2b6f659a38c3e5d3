import '../../chunks/acting.ts'
import { nothing } from 'lit'
import type { Billing } from '#contract/billing'
import { ApiError } from '../../api/answer.ts'
import { html } from '../../base/html.ts'
import { actionOf } from '../../billing-actions/action-of.ts'
import type { CustomerAction, Said } from '../../billing-actions/run-customer-action.ts'
import { reportError } from '../../events/error.ts'
import { WaizantNoticeActionEvent } from '../../events/notice-action.ts'
import { billingArea } from '../../i18n/billing.ts'
import type { BillingWords } from '../../i18n/es-mx/billing.ts'
import { loadWords, wordsOf } from '../../i18n/namespace.ts'
import { personSignal } from '../../stores/connection.ts'
import { actionStyles } from '../../styles/action.ts'
import type { WaizantBillingPanel } from './billing-panel.ts'
import type { Invoices } from './invoices.ts'
import { paymentView, planView } from './overview.ts'
import { panelBodyStyles } from './panel-body.styles.ts'
import { usageView } from './usage.ts'
import type { zoneName } from './zone-name.ts'

const askAgainMs = 4000

/** The content of the panel once billing has loaded, and what its buttons do. */
export class PanelBody {
  readonly #host: WaizantBillingPanel
  #invoices: Invoices | undefined
  #busy: CustomerAction | undefined
  #said: Said | undefined
  #failed: { error: ApiError; again: () => void } | undefined
  #timer = 0
  /** The list to choose from, once it is asked for. */
  #zones: ((billing: Billing, label: string) => unknown) | undefined
  #zoneName: typeof zoneName | undefined

  constructor(host: WaizantBillingPanel) {
    this.#host = host
    void this.#bringInvoices()
    void this.#bringZoneName()
    const root = host.renderRoot as ShadowRoot
    root.adoptedStyleSheets.push(actionStyles.styleSheet!, panelBodyStyles.styleSheet!)
    root.addEventListener('click', ({ target }) => {
      const opener = (target as Element).closest<HTMLElement>('[data-action]')
      if (opener) void this.#act(opener.dataset.action as CustomerAction, opener)
    })
    root.addEventListener('change', ({ target }) => {
      if ((target as Element).matches('[part=zones]')) void this.#act('time-zone', target as HTMLElement)
    })
  }

  /** Another person is connected. */
  forget(): void {
    clearTimeout(this.#timer)
    this.#busy = this.#said = this.#failed = this.#zones = undefined
    this.#invoices?.forget()
  }

  async #bringInvoices() {
    const { Invoices } = await import('./invoices.ts')
    this.#invoices = new Invoices(this.#host)
    this.#host.requestUpdate()
  }

  async #bringZoneName() {
    this.#zoneName = (await import('./zone-name.ts')).zoneName
    this.#host.requestUpdate()
  }

  /** Where a notice asks for the action, the host's own handling comes first. */
  #mayAct = (action: CustomerAction, { notices }: Billing) => {
    const asked = notices.find((notice) => actionOf(notice) === action)
    const event = asked && new WaizantNoticeActionEvent(asked.code, actionOf(asked)!)
    return !event || this.#host.dispatchEvent(event)
  }

  #act = async (action: CustomerAction, opener: HTMLElement) => {
    const host = this.#host
    const { billing } = host
    if (!billing || this.#busy || !this.#mayAct(action, billing)) return
    const person = personSignal()
    this.#busy = action
    this.#failed = undefined
    this.#said = undefined
    host.requestUpdate()
    try {
      const { carryOutAction } = await import('../../billing-actions/run-customer-action.ts')
      const { value: timeZone } = opener as HTMLSelectElement
      this.#said = await carryOutAction(host, { action, billing, opener, timeZone, person })
      if (timeZone) this.#zones = undefined
    } catch (thrown) {
      const error = thrown instanceof ApiError ? thrown : new ApiError(0, 'unreachable')
      if (person.aborted) return
      this.#failed = { error, again: () => void this.#act(action, opener) }
      reportError(host, error)
    }
    this.#busy = undefined
    host.requestUpdate()
  }

  /** A payment under way ends by itself: it is polled until then. */
  #follow({ status }: Billing) {
    clearTimeout(this.#timer)
    if (status === 'pending') this.#timer = window.setTimeout(this.#host.reload, askAgainMs)
  }

  #chooseZone = async () => {
    const { timeZones } = await import('./time-zones.ts')
    this.#zones = ({ timeZone }, label) => timeZones(timeZone, label, this.#host.language)
    this.#host.requestUpdate()
    await this.#host.updateComplete
    this.#host.renderRoot.querySelector<HTMLElement>('[part=zones]')?.focus()
  }

  #zone = (billing: Billing, { timeZone: label }: BillingWords) =>
    this.#zones?.(billing, label) ??
    html`
      <button part="action action-quiet" type="button" @click=${() => void this.#chooseZone()}>
        ${label}: ${this.#zoneName?.(billing.timeZone, this.#host.language)}
      </button>
    `

  #end = (billing: Billing, words: BillingWords) => html`
    <section part="card-end" aria-label=${words.data}>
      ${this.#zone(billing, words)}
      <button part="action action-quiet" type="button" data-action="export" aria-busy=${this.#busy === 'export'}>
        ${words.exportData}
      </button>
      ${
        billing.ifCanceled
          ? html`<button part="action action-quiet action-leave" type="button" data-action="cancel">${words.cancel}</button>`
          : nothing
      }
    </section>
  `

  /** The outcome of the last action. */
  #outcome = () => {
    const failed = this.#failed
    const said = this.#said?.()
    return html`
      ${failed ? this.#host.problem(failed.error, failed.again) : nothing}
      <div role="status" part="outcome">${said ? html`<p part="done">${said}</p>` : nothing}</div>
    `
  }

  /** Undefined until the words have loaded. */
  view(billing: Billing): unknown {
    const host = this.#host
    const { language } = host
    const words = wordsOf(billingArea, language)
    if (!words) {
      void loadWords(billingArea, language).then(() => host.requestUpdate())
      return undefined
    }
    this.#follow(billing)
    const spoken = { words, language, busy: this.#busy }
    return html`
      ${this.#outcome()}
      <div part="cards">
        <section part="card card-plan">${planView(billing, spoken)}</section>
        <section part="card card-payment">${paymentView(billing, spoken)}</section>
      </div>
      ${usageView(billing, spoken)} ${this.#invoices?.view(billing, words) ?? html`<i part="card"></i>`} ${this.#end(billing, words)}
    `
  }
}
