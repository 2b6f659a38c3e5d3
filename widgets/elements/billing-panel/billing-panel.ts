import '../../chunks/knowing.ts'
import { nothing, type PropertyDeclarations } from 'lit'
import type { Billing } from '#contract/billing'
import type { ApiError } from '../../api/answer.ts'
import { WaizantElement } from '../../base/element.ts'
import { html } from '../../base/html.ts'
import { pricingPath } from '../../base/pricing-path.ts'
import { reportError } from '../../events/error.ts'
import type { PanelWords } from '../../i18n/es-mx/panel.ts'
import { panelArea } from '../../i18n/panel.ts'
import { billingOf } from '../../stores/billing.ts'
import { $connection } from '../../stores/connection.ts'
import type { RemoteStore } from '../../stores/resource.ts'
import { baseStyles } from '../../styles/base.ts'
import { lateStyles } from '../../styles/late.ts'
import { billingPanelStyles } from './billing-panel.styles.ts'
import type { PanelBody } from './panel-body.ts'

/** A page calls `connect()` a moment after it loads; a person who is still unknown then has to sign in. */
const signInMs = 1500

/**
 * The billing of the connected ecosystem: plan, next payment and card, balance, use, invoices; changing the card, leaving
 * and coming back.
 *
 * @fires waizant-notice-action - the one action that helps, before it is done; cancelable
 * @fires waizant-payment-method-needed - before card fields are shown; cancelable
 * @fires waizant-payment-method-changed
 * @fires waizant-cancellation-changed - it ends, or goes on after all
 * @fires waizant-plan-changed - a scheduled change was undone
 * @fires waizant-error
 * @slot header - above everything
 * @slot footer - below everything
 * @slot signed-out - instead of the message that asks to sign in
 * @slot plan-change - instead of the button that opens the change of plan
 * @slot licences - below the licences in use: `<waizant-licence-purchase>`
 * @slot encounters - below the encounters: `<waizant-encounter-purchase>`
 * @slot cfdi-{id} - the fiscal files of an invoice
 * @csspart base - everything
 * @csspart header - the company and its balance
 * @csspart company - its name
 * @csspart cards - the two pieces side by side
 * @csspart card - each piece: `card-plan`, `card-payment`, `card-usage`, `card-invoices`, and `card-end` below them
 * @csspart status - the status of something: `status-good`, `status-bad`, `status-idle`
 * @csspart action - every button; the one that helps is `action-main`, `action-quiet` and `action-leave` matter less
 * @csspart quiet - words that matter less
 * @csspart problem - what went wrong
 * @csspart retry - the button that tries again; the link to the plans once everything was deleted
 * @csspart outcome - where it is said what came of a button
 * @csspart done - what came of it
 * @csspart zones - the list of time zones to choose from
 * @csspart skeleton - a line while the billing is on its way
 */
export class WaizantBillingPanel extends WaizantElement<PanelWords> {
  static override styles = [baseStyles, ...lateStyles, billingPanelStyles]
  static override properties: PropertyDeclarations = { isAlone: { state: true } }

  declare isAlone: boolean

  override readonly area = panelArea
  #body: PanelBody | undefined
  #reported: unknown

  override connectedCallback(): void {
    super.connectedCallback()
    setTimeout(() => {
      this.isAlone = true
    }, signInMs)
  }

  protected override async firstUpdated(): Promise<void> {
    const [{ PanelBody }] = await Promise.all([
      import('./panel-body.ts'),
      import('../balance-badge/balance-badge.ts'),
    ])
    this.#body = new PanelBody(this)
    this.requestUpdate()
    if (location.search.includes('waizant-action='))
      void import('../../billing-actions/linked-action.ts').then(({ obeyLink }) => obeyLink(this))
  }

  protected override forget(): void {
    this.#body?.forget()
  }

  get #store(): RemoteStore<Billing> | undefined {
    this.stores.read($connection)
    return billingOf(this.server, this.serverLanguage)
  }

  /** The last known billing. */
  get billing(): Billing | undefined {
    return this.#store?.value?.value
  }

  /** Asks the server again. */
  reload = (): void => {
    void this.#store?.load()
  }

  /** An error in the reader's words, and a retry button. */
  problem = ({ code, detail, status }: ApiError, again: () => void): unknown => {
    const { words, server, language } = this
    const text = detail || (code === 'offline' || code === 'unreachable' ? words[code] : words.unexpected)
    return html`
      <p part="problem" role="alert">
        ${text}
        ${
          // The data were deleted, so there is nothing to retry; the link leads to the plans.
          status === 410
            ? html`<a part="retry" href=${server + pricingPath(language)}>${words.startAgain}</a>`
            : html`<button part="retry" type="button" @click=${again}>${words.retry}</button>`
        }
      </p>
    `
  }

  #waits = () => html`<i part="card"><i part="skeleton"></i><i part="skeleton"></i></i>`

  #content = (billing: Billing | undefined) => html`
    <header part="header">
      <div>
        <h2 part="company" translate=${billing ? 'no' : nothing}>${billing?.company ?? this.words.title}</h2>
        <p part="quiet" translate="no">${billing?.ecosystem ?? html`<i part="skeleton"></i>`}</p>
      </div>
      <waizant-balance-badge api=${this.server} locale=${this.language}></waizant-balance-badge>
    </header>
    ${(billing && this.#body?.view(billing)) ?? html`<div part="cards">${[this.#waits(), this.#waits()]}</div>${this.#waits()}`}
  `

  #reportOnce = (error: ApiError | undefined) => {
    if (!error || this.#reported === error) return
    this.#reported = error
    queueMicrotask(() => reportError(this, error))
  }

  protected override render(): unknown {
    const store = this.#store
    const { value, error, status } = store ? this.stores.read(store) : {}
    this.#reportOnce(error)
    return html`
      <div part="base" lang=${this.language} aria-busy=${status === 'loading'}>
        <slot name="header"></slot>
        ${error ? this.problem(error, this.reload) : nothing}
        ${
          !store && this.isAlone
            ? html`<slot name="signed-out"><p part="card">${this.words.signedOut}</p></slot>`
            : error && !value
              ? nothing
              : this.#content(value)
        }
        <slot name="footer"></slot>
      </div>
    `
  }
}

customElements.get('waizant-billing-panel') ??
  customElements.define('waizant-billing-panel', WaizantBillingPanel)

declare global {
  interface HTMLElementTagNameMap {
    'waizant-billing-panel': WaizantBillingPanel
  }
}
