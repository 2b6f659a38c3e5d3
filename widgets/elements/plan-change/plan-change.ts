import '../../chunks/acting.ts'
import { nothing, type PropertyDeclarations } from 'lit'
import type { Interval } from '#contract/money'
import { WaizantElement } from '../../base/element.ts'
import { followLanguage } from '../../base/follow-language.ts'
import { html } from '../../base/html.ts'
import { changeArea } from '../../i18n/change.ts'
import type { ChangeWords } from '../../i18n/es-mx/change.ts'
import { $connection, personSignal } from '../../stores/connection.ts'
import { payerOf, pendingOf } from '../../stores/pending.ts'
import { actionStyles } from '../../styles/action.ts'
import { baseStyles } from '../../styles/base.ts'
import { lateStyles } from '../../styles/late.ts'
import type { WaizantPlanChangeDialog } from './plan-change-dialog.ts'

/** What to open with. */
export interface PlanChangeOpening {
  plan?: string | undefined
  interval?: Interval | undefined
  /** The element to grow from; by default its own button. */
  opener?: Element | undefined
}

/**
 * The change of plan of the connected ecosystem: a button, and the dialog that it opens. A payment that was under way when
 * the page went away is taken up again. Shows nothing until `connect()` says whose plan it is.
 *
 * @attr plan - the plan to begin with
 * @attr interval - `month` or `year`; with a plan, the review is shown at once
 * @attr opened - the dialog is open
 * @attr buttonless - no button of its own: call `open()`
 * @fires waizant-before-purchase - confirmed, nothing sent yet; cancelable
 * @fires waizant-plan-changed - applied, scheduled or undone
 * @fires waizant-payment-method-needed - before card fields are shown; cancelable
 * @fires waizant-error
 * @slot - the words of the button
 * @csspart action - the button
 */
export class WaizantPlanChange extends WaizantElement<ChangeWords> {
  static override styles = [baseStyles, actionStyles, ...lateStyles]
  static override properties: PropertyDeclarations = {
    plan: {},
    interval: {},
    opened: { type: Boolean, reflect: true },
    buttonless: { type: Boolean },
  }

  declare plan: string | undefined
  declare interval: Interval | undefined
  declare opened: boolean
  declare buttonless: boolean

  override readonly area = changeArea
  #opening: Promise<WaizantPlanChangeDialog> | undefined
  #resumed: unknown

  /** Opens the dialog, or brings what it shows to what is asked for. */
  open({ plan, interval, opener }: PlanChangeOpening = {}): Promise<void> {
    const { plan: own, interval: ownInterval } = this
    this.opened = Boolean($connection.get().ecosystem)
    if (!this.opened) return Promise.resolve()
    this.#opening ??= this.#load({
      plan: plan ?? own,
      interval: interval ?? ownInterval,
      opener: opener ?? this.renderRoot?.querySelector('button') ?? undefined,
    })
    return this.#opening.then(
      () => undefined,
      () => this.#forget(),
    )
  }

  close(): void {
    void this.#opening?.then((dialog) => dialog.close())
  }

  async #load({ plan, interval, opener }: PlanChangeOpening): Promise<WaizantPlanChangeDialog> {
    const person = personSignal()
    const { openPlanChangeDialog } = await import('./plan-change-dialog.ts')
    person.throwIfAborted()
    const dialog = openPlanChangeDialog(this.renderRoot, {
      api: this.server,
      area: this.area,
      plan,
      interval,
      opener,
      owner: this,
      left: () => this.#forget(),
    })
    await dialog.updateComplete
    return dialog
  }

  protected override forget(): void {
    this.#resumed = undefined
  }

  #forget() {
    this.#opening = undefined
    this.opened = false
  }

  /** Once for each ecosystem: resumes a payment that was not begun on this page. */
  async #resume(server: string) {
    const { ecosystem } = $connection.get()
    if (!ecosystem || this.#resumed === ecosystem) return
    this.#resumed = ecosystem
    if (!pendingOf(payerOf(server)).get()['plan-change']) return
    const { planChangeOf } = await import('./plan-change-dialog.ts')
    const dialog = async () => {
      await this.open()
      return this.#opening!
    }
    await planChangeOf({ api: server, locale: this.serverLanguage }).resume(
      { element: this, aside: async (work) => (await dialog()).aside(work) },
      () => void dialog(),
    )
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.close()
  }

  protected override updated(): void {
    void this.#resume(this.server)
    if (this.opened && !this.#opening) void this.open()
    else if (!this.opened) this.close()
  }

  protected override render(): unknown {
    const { ecosystem, getToken } = this.stores.read($connection)
    if (!ecosystem || !getToken || this.buttonless) return nothing
    const { words, language } = this
    const isUnderWay = this.stores.read(pendingOf(payerOf(this.server)))['plan-change']
    return html`
      <button part="action" type="button" lang=${language} aria-haspopup="dialog" aria-busy=${Boolean(isUnderWay)}
        @click=${() => void this.open()}>
        ${isUnderWay ? words.underWay : html`<slot>${words.open}</slot>`}
      </button>
    `
  }
}

customElements.get('waizant-plan-change') ?? customElements.define('waizant-plan-change', WaizantPlanChange)

/** The plan change inside an element that sells plans: it has no button of its own. */
export const planChangeIn = (host: WaizantElement): WaizantPlanChange => {
  const known = host.renderRoot.querySelector('waizant-plan-change')
  if (known) return known
  const made = Object.assign(new WaizantPlanChange(), { api: host.server, buttonless: true })
  followLanguage(made, host)
  host.renderRoot.append(made)
  return made
}

declare global {
  interface HTMLElementTagNameMap {
    'waizant-plan-change': WaizantPlanChange
  }
}
