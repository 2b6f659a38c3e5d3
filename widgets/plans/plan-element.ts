import { isServer, nothing, type PropertyDeclarations, type PropertyValues } from 'lit'
import type { Billing } from '#contract/billing'
import type { Interval } from '#contract/money'
import type { Plan, PlanList } from '#contract/plan'
import { ApiError } from '../api.ts'
import { WaizantElement } from '../element.ts'
import { html } from '../html.ts'
import { reportError } from '../events/error.ts'
import { type PlanAction, type PlanSelection, WaizantPlanSelectEvent } from '../events/plan-select.ts'
import { billingOf } from '../stores/billing.ts'
import { choiceOf } from '../stores/choice.ts'
import { plansOf } from '../stores/plans.ts'
import type { RemoteStore } from '../stores/remote.ts'
import { callToAction, errorText } from './call-to-action.ts'
import { actionHref, actionOf } from './links.ts'
import { switches } from './switches.ts'

/** What became of pressing a plan's button. */
export interface PlanOutcome {
  plan: string
  status: 'busy' | 'failed' | 'owned' | 'change'
  error?: ApiError
  /** Where an owned subscription is shown. */
  href?: string
}

/**
 * What the elements that sell plans share: the list, the two switches and the calls to action.
 *
 * @attr catalogue - whose plans, as in `erp`
 * @attr plan - the plan to recommend instead of the catalogue's own
 * @attr interval - `month` or `year`
 * @attr currency - as in `MXN`; else the catalogue's first
 * @attr success-url - where the buyer returns after paying
 * @attr cancel-url - where the buyer returns without paying
 */
export abstract class PlanElement extends WaizantElement<'plans'> {
  static override properties: PropertyDeclarations = {
    catalogue: { reflect: true },
    plan: { reflect: true },
    interval: { reflect: true },
    currency: { reflect: true },
    successUrl: { attribute: 'success-url' },
    cancelUrl: { attribute: 'cancel-url' },
    plans: { attribute: false },
    outcome: { state: true },
    dialog: { state: true },
    announcement: { state: true },
  }

  declare catalogue: string | undefined
  declare plan: string | undefined
  declare interval: Interval | undefined
  declare currency: string | undefined
  declare successUrl: string | undefined
  declare cancelUrl: string | undefined
  /** The answer of `GET /v1/catalogues/{catalogue}/plans`, when the host has it already. */
  declare plans: PlanList | undefined
  /** @internal */
  declare outcome: PlanOutcome | undefined
  /** @internal */
  declare dialog: HTMLElement | undefined
  /** @internal */
  declare announcement: string | undefined

  protected readonly area = 'plans'
  #lastKnown: PlanList | undefined
  #picked: Partial<Record<'interval' | 'currency', string>> = {}

  override connectedCallback(): void {
    this.#adoptPicks()
    super.connectedCallback()
    addEventListener('pageshow', this.#handlePageShow)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('pageshow', this.#handlePageShow)
  }

  /** Asks for the plans again after a failure. */
  async reload(): Promise<void> {
    await this.#store?.load()
  }

  protected get chosenInterval(): Interval {
    return this.interval === 'year' ? 'year' : 'month'
  }

  get #store(): RemoteStore<PlanList> | undefined {
    if (isServer || this.plans || !this.catalogue) return undefined
    const { server: api, catalogue, currency, serverLanguage: locale } = this
    return plansOf({ api, catalogue, currency, locale }, this.getRootNode() as ParentNode)
  }

  /** What to show, and whether it is still on its way. The old list stays while another currency comes. */
  protected get offer(): { list?: PlanList | undefined; loading: boolean; error?: ApiError | undefined } {
    if (this.plans) return { list: this.plans, loading: false }
    const store = this.#store
    if (!store) return { loading: Boolean(this.catalogue) }
    const state = this.stores.read(store)
    if (state.value) this.#lastKnown = state.value
    return {
      list: this.#lastKnown?.catalogue === this.catalogue ? this.#lastKnown : undefined,
      loading: state.status === 'loading',
      error: state.status === 'error' ? state.error : undefined,
    }
  }

  protected get billing(): Billing | undefined {
    if (isServer) return undefined
    const billing = this.stores.read(billingOf(this.server, this.serverLanguage))?.value
    return billing?.catalogue === this.catalogue ? billing : undefined
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (isServer || !this.catalogue) return
    const choice = choiceOf(this.catalogue)
    if (this.hasUpdated && (changed.has('interval') || changed.has('currency'))) {
      const { chosenInterval: interval, currency } = this
      if (choice.get().interval !== interval || choice.get().currency !== currency) {
        choice.set({ interval, ...(currency && { currency }) })
      }
    }
    const { interval, currency } = this.stores.read(choice)
    if (interval) this.interval = interval
    if (currency) this.currency = currency
  }

  protected override firstUpdated(): void {
    const { interval, currency } = this.#picked
    if (interval && interval !== this.chosenInterval) this.interval = interval === 'year' ? 'year' : 'month'
    if (currency && currency !== this.offer.list?.currency) this.currency = currency
  }

  /** An attribute alone does not move a radio that somebody has touched. */
  protected override updated(): void {
    const { chosenInterval, currency = this.offer.list?.currency } = this
    for (const radio of this.renderRoot.querySelectorAll<HTMLInputElement>('[type=radio]')) {
      radio.checked = radio.value === (radio.name === 'interval' ? chosenInterval : currency)
    }
  }

  protected pickInterval = (interval: Interval): void => {
    this.interval = interval
    this.announcement = interval === 'year' ? this.words.announceYear : this.words.announceMonth
  }

  protected pickCurrency = (currency: string): void => {
    this.currency = currency
    this.announcement = currency
  }

  /** The plan to lead to: the one the host names, or the catalogue's recommendation. */
  protected isMain(plan: Plan): boolean {
    return this.plan ? plan.id === this.plan : plan.highlighted
  }

  protected mark(plan: Plan): unknown {
    if (this.billing?.plan === plan.id) return html`<span part="mark mark-current">${this.words.current}</span>`
    if (!this.isMain(plan)) return nothing
    return html`<span part="mark"><slot name="badge">${this.words.recommended}</slot></span>`
  }

  protected switches(list: PlanList): unknown {
    const { words, chosenInterval: interval, pickInterval, pickCurrency } = this
    const currency = this.currency ?? list.currency
    return switches({ list, words, interval, currency, pickInterval, pickCurrency })
  }

  /** The buttons of a plan, or what became of pressing them. */
  protected actions(plan: Plan, list: PlanList): unknown {
    const { words, outcome } = this
    const own = outcome?.plan === plan.id ? outcome : undefined
    if (own?.status === 'owned') {
      return html`<p part="done" role="status">
        ${words.owned(plan.name)} <a href=${own.href}>${words.seeSubscription}</a>
      </p>`
    }
    return html`
      ${this.#buttons(plan, list, own?.status === 'busy')}
      ${own?.error ? html`<p part="problem" role="alert">${errorText(own.error, words)} ${words.retry}</p>` : nothing}
    `
  }

  #buttons(plan: Plan, list: PlanList, busy: boolean) {
    const { words } = this
    const action = this.actionFor(plan)
    if (!action) return nothing
    const at = { server: this.server, locale: this.language, catalogue: list.catalogue, currency: list.currency }
    const days = list.trial?.days ?? 0
    const text = {
      buy: () => words.buy(plan.name),
      change: () => words.change(plan.name),
      trial: () => words.trial(days),
      contact: () => words.contact,
    }[action]()
    const button = (interval?: Interval) =>
      callToAction({
        href: actionHref(action, at, plan.id, interval ?? 'month'),
        text,
        busy,
        words,
        interval,
        part: this.isMain(plan) ? 'action-main' : '',
        act: (event) => this.act(event, action, plan, interval ?? 'month'),
      })
    if (action === 'trial' || action === 'contact') return button()
    const trial =
      list.trial && !this.billing && !list.plans.some(({ trialPlan }) => trialPlan)
        ? callToAction({
            href: actionHref('trial', at, plan.id, 'month'),
            text: words.trial(days),
            busy: false,
            words,
            part: 'action-quiet',
            act: (event) => this.act(event, 'trial', plan, this.chosenInterval),
          })
        : nothing
    return html`${plan.prices.month && button('month')}${plan.prices.year && button('year')}${trial}`
  }

  /** The outer shape: header, the list or its absence, footer, and what is told to screen readers. */
  protected frame(content: (list: PlanList | undefined) => unknown): unknown {
    const { list, loading, error } = this.offer
    const { words } = this
    return html`
      <section part="base" lang=${this.language} aria-busy=${loading ? 'true' : nothing}>
        <slot name="header"></slot>
        ${error ? html`<p part="problem" role="alert">${words.failed} ${errorText(error, words)}
          <button part="retry" @click=${() => this.reload()}>${words.retry}</button></p>` : nothing}
        ${error && !list ? nothing : list?.plans.length === 0 ? html`<p part="empty">${words.empty}</p>` : content(list)}
        <slot name="footer"></slot>
        <p part="unseen" role="status">${this.announcement}</p>
      </section>
      ${this.dialog}
    `
  }

  /** What the button of a plan does for whoever is connected; nothing for the plan they have. */
  protected actionFor(plan: Plan): PlanAction | undefined {
    const action = actionOf(plan)
    const { billing } = this
    if (!billing || action !== 'buy') return action
    if (['trialing', 'suspended', 'canceled'].includes(billing.status)) return 'buy'
    return billing.plan === plan.id ? undefined : 'change'
  }

  protected async act(event: MouseEvent, action: PlanAction, plan: Plan, interval: Interval): Promise<void> {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return
    event.preventDefault()
    if (this.outcome?.status === 'busy') return
    const { catalogue = '', offer } = this
    const currency = offer.list?.currency ?? ''
    const selection: PlanSelection = { action, catalogue, plan: plan.id, interval, currency }
    if (!this.dispatchEvent(new WaizantPlanSelectEvent(selection))) return
    this.outcome = { plan: plan.id, status: 'busy' }
    try {
      const { carryOut } = await import('../plan-actions/carry-out.ts')
      this.outcome = await carryOut(this, selection, this.server, this.language)
    } catch (thrown) {
      const error = thrown instanceof ApiError ? thrown : new ApiError(0, 'unexpected', '')
      this.outcome = { plan: plan.id, status: 'failed', error }
      reportError(this, error)
    }
  }

  /** What a visitor switched in the server's markup before this script arrived. */
  #adoptPicks() {
    if (this.hasUpdated || isServer) return
    for (const input of this.shadowRoot?.querySelectorAll<HTMLInputElement>('[type=radio]:checked') ?? []) {
      this.#picked[input.name as 'interval'] = input.value
    }
  }

  /** Back from the payment page through the browser's history: the button works again. */
  #handlePageShow = (event: PageTransitionEvent) => {
    if (event.persisted) this.outcome = undefined
  }
}
