import '../../chunks/knowing.ts'
import type { PropertyDeclarations } from 'lit'
import { WaizantElement } from '../../base/element.ts'
import { html } from '../../base/html.ts'
import type { SettingsWords } from '../../i18n/es-mx/settings.ts'
import { settingsArea } from '../../i18n/settings.ts'
import { $connection } from '../../stores/connection.ts'
import { baseStyles } from '../../styles/base.ts'
import { lateStyles } from '../../styles/late.ts'
import type { WaizantSettingsOffice } from './office.ts'
import { planSettingsStyles } from './plan-settings.styles.ts'

/** A page calls `connect()` a moment after it loads; a person who is still unknown then has to sign in. */
const signInMs = 1500

/**
 * The back office: plans and their versions, prices, packages, Stripe; customers, leads and ecosystems. For members of the group
 * `waizant-backoffice`; `connect({ getToken })` says who it is.
 *
 * @attr view - `plans`, `customers`, `leads` or `ecosystems`
 * @attr catalogue - the catalogue to show, as in `erp`; else the first
 * @attr plan - the plan to show
 * @attr version - the number of the version to show
 * @attr tab - of that version: `parameters`, `features`, `services`, `pricing`, `details` or `history`
 * @fires waizant-route-change - the person went to another part of it
 * @fires waizant-version-changed - a version was created, saved, published, switched or deleted
 * @fires waizant-error
 * @slot header - above everything
 * @slot footer - below everything
 * @slot signed-out - instead of the message that asks to sign in
 * @csspart base - everything
 * @csspart notice - the message shown instead of everything else
 * @csspart skeleton - a line while something is on its way
 */
export class WaizantPlanSettings extends WaizantElement<SettingsWords> {
  static override styles = [baseStyles, ...lateStyles, planSettingsStyles]
  static override properties: PropertyDeclarations = {
    view: { reflect: true },
    catalogue: { reflect: true },
    plan: { reflect: true },
    version: { type: Number, reflect: true },
    tab: { reflect: true },
    isAlone: { state: true },
    isFurnished: { state: true },
  }

  declare view: 'plans' | 'customers' | 'leads' | 'ecosystems' | undefined
  declare catalogue: string | undefined
  declare plan: string | undefined
  declare version: number | undefined
  declare tab: 'parameters' | 'features' | 'services' | 'pricing' | 'details' | 'history' | undefined
  declare isAlone: boolean
  declare isFurnished: boolean

  override readonly area = settingsArea
  #office: WaizantSettingsOffice | undefined
  #isComing = false

  override connectedCallback(): void {
    super.connectedCallback()
    setTimeout(() => {
      this.isAlone = true
    }, signInMs)
  }

  async #bring() {
    if (this.#isComing) return
    this.#isComing = true
    const { furnish } = await import('./back-office.ts')
    await furnish(this.renderRoot as ShadowRoot, this.language)
    this.isFurnished = true
  }

  #waits = () => html`
    <div part="notice" aria-busy="true"><i part="skeleton"></i><i part="skeleton"></i><i part="skeleton"></i></div>
  `

  #content = () => {
    const { getToken } = this.stores.read($connection)
    if (!getToken) this.#office = undefined
    else if (this.isFurnished) return this.#officeOf(getToken)
    else void this.#bring()
    return this.isAlone && !getToken
      ? html`<slot name="signed-out"><p part="notice">${this.words.signedOut}</p></slot>`
      : this.#waits()
  }

  /** Another person gets another one: nothing of the previous person stays. */
  #officeOf = (getToken: () => unknown) => {
    if (this.#office?.getToken !== getToken)
      this.#office = Object.assign(document.createElement('waizant-settings-office'), {
        host: this,
        getToken,
      })
    const { server: api, language: locale, view, catalogue, plan, version, tab } = this
    return Object.assign(this.#office, { api, locale, view, catalogue, plan, version, tab })
  }

  protected override render(): unknown {
    return html`
      <div part="base" lang=${this.language}>
        <slot name="header"></slot>
        ${this.#content()}
        <slot name="footer"></slot>
      </div>
    `
  }
}

customElements.get('waizant-plan-settings') ??
  customElements.define('waizant-plan-settings', WaizantPlanSettings)

declare global {
  interface HTMLElementTagNameMap {
    'waizant-plan-settings': WaizantPlanSettings
  }
}
