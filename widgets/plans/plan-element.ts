import { isServer, nothing, type PropertyDeclarations } from 'lit'
import type { Billing } from '#contract/billing'
import type { Interval } from '#contract/money'
import type { Plan, PlanList } from '#contract/plan'
import type { ApiError } from '../api/answer.ts'
import { WaizantElement } from '../base/element.ts'
import { html } from '../base/html.ts'
import type { PlanAction } from '../events/plan-select.ts'
import type { PlanWords } from '../i18n/es-mx/plans.ts'
import { plansArea } from '../i18n/plans.ts'
import { plansOf } from '../stores/plans.ts'
import type { RemoteStore } from '../stores/resource.ts'
import { buttons } from './buttons.ts'
import { actionOf } from './links.ts'
import { isOutdated, isTheirs } from './theirs.ts'

/** The outcome of pressing a plan's button, shown next to it. */
export interface PlanOutcome {
  plan: string
  busy?: boolean
  content?: unknown
  /** Shown instead of the buttons. */
  final?: boolean
}

/**
 * What the elements that sell plans share: the list, the two switches and the calls to action. What they show works
 * without script, so what they do (`plan-behaviour/`) follows the first paint.
 *
 * @attr catalogue - whose plans, as in `erp`
 * @attr plan - the plan to recommend instead of the catalogue's own
 * @attr interval - `month` or `year`
 * @attr currency - as in `MXN`; else the catalogue's first
 * @attr success-url - where the buyer returns after paying
 * @attr cancel-url - where the buyer returns without paying
 * @attr ready - set by the element once its buttons act in place
 * @slot badge - the mark of the recommended plan
 * @csspart base - everything
 * @csspart mark - says which plan is recommended, or the customer's own
 * @csspart empty - says that there are no plans
 */
export abstract class PlanElement extends WaizantElement<PlanWords> {
  static override properties: PropertyDeclarations = {
    catalogue: { reflect: true },
    plan: { reflect: true },
    interval: { reflect: true },
    currency: { reflect: true },
    successUrl: { attribute: 'success-url' },
    cancelUrl: { attribute: 'cancel-url' },
    plans: { attribute: false },
    outcome: { state: true },
    billing: { state: true },
    trouble: { state: true },
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
  /** What the connected ecosystem has of this catalogue. @internal */
  declare billing: Billing | undefined
  /** Why there are no plans, and the way out. @internal */
  declare trouble: unknown

  override readonly area = plansArea
  #known: PlanList | undefined

  protected override firstUpdated(): void {
    import('./plan-behaviour.ts').then(
      ({ PlanBehaviour }) => this.addController(new PlanBehaviour(this)),
      () => console.warn('[waizant] code not loaded; links work'),
    )
  }

  protected override forget(): void {
    this.outcome = undefined
  }

  /** Requests the plans again after a failure. */
  reload = (): void => {
    void this.#store?.load()
  }

  get chosenInterval(): Interval {
    return this.interval === 'year' ? 'year' : 'month'
  }

  get chosenCurrency(): string {
    return this.currency ?? this.offer.list?.currency ?? ''
  }

  get #store(): RemoteStore<PlanList> | undefined {
    if (isServer || !this.catalogue) return undefined
    const { server: api, catalogue, currency, serverLanguage: locale } = this
    return plansOf({ api, catalogue, currency, locale })
  }

  /** The list to show, and whether it is still loading. The old list stays while another currency loads. */
  get offer(): { list?: PlanList | undefined; status?: string; error?: ApiError | undefined } {
    if (this.plans) return { list: this.plans }
    const store = this.#store
    if (!store) return {}
    const { status, value, error } = this.stores.read(store)
    if (value) this.#known = value
    return { status, error, list: this.#known?.catalogue === this.catalogue ? this.#known : undefined }
  }

  /** The action of a plan's button at an interval; undefined for the plan that a customer has. */
  actionFor: (plan: Plan, by: Interval) => PlanAction | undefined = actionOf

  /** The plan to lead to: the one the host names, or the catalogue's recommendation. */
  isMain({ id, highlighted }: Pick<Plan, 'id' | 'highlighted'>): boolean {
    return this.plan ? this.plan === id : highlighted
  }

  protected mark(plan: Plan): unknown {
    const { billing, words } = this
    if (billing && isTheirs(plan, this.chosenInterval, billing))
      return html`<span part="mark">${isOutdated(plan, billing) ? words.currentVersion(billing.planVersion) : words.current}</span>`
    return this.isMain(plan)
      ? html`<span part="mark"><slot name="badge">${words.recommended}</slot></span>`
      : nothing
  }

  /** The buttons of a plan, or the outcome of pressing them. */
  protected actions(plan: Plan, list: PlanList): unknown {
    const outcome = this.outcome?.plan === plan.id ? this.outcome : undefined
    return [outcome?.final ? nothing : buttons(this, plan, list, outcome?.busy), outcome?.content]
  }

  protected abstract content(list: PlanList | undefined): unknown

  protected override render(): unknown {
    const { words } = this
    const { list, status, error } = this.offer
    return html`
      <section part="base" lang=${this.language} aria-busy=${status === 'loading'}>
        <slot name="header"></slot>
        ${error && (this.trouble ?? words.failed)}
        ${
          list?.plans.length === 0
            ? html`<p part="empty">${words.empty}</p>`
            : error && !list
              ? nothing
              : this.content(list)
        }
        <slot name="footer"></slot>
      </section>
    `
  }
}
