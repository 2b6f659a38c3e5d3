import type { PropertyDeclarations } from 'lit'
import type { Interval } from '#contract/money'
import type { PlanChangeResult } from '#contract/plan-change'
import type { Speaker } from '../../api/mutate.ts'
import { DialogElement, openDialog } from '../../dialogs/dialog/dialog.ts'
import { WaizantBeforePurchaseEvent } from '../../events/before-purchase.ts'
import { reportError } from '../../events/error.ts'
import { WaizantPaymentMethodNeededEvent } from '../../events/payment-method-needed.ts'
import type { ChangeWords } from '../../i18n/es-mx/change.ts'
import type { Area } from '../../i18n/namespace.ts'
import { plansArea } from '../../i18n/plans.ts'
import type { CardStep } from '../../payment/card-step.ts'
import { planStyles } from '../../plans/plan.styles.ts'
import { billingOf } from '../../stores/billing.ts'
import { $connection } from '../../stores/connection.ts'
import { nameOfTarget, type Spoken } from './about.ts'
import type { Actions } from './actions.ts'
import { choiceOf } from './choice.ts'
import { chooseStep, type Known } from './choose-step.ts'
import { doneStep, doneTitle } from './done-step.ts'
import { type Actor, type Change, type Flow, planChangeOf } from './flow.ts'
import { planChangeStyles } from './plan-change.styles.ts'
import { QuoteClock } from './quote-clock.ts'
import { reviewStep } from './review-step.ts'

export { planChangeOf } from './flow.ts'

/** Choose, review, pay, done: what `<waizant-plan-change>` opens. */
export class WaizantPlanChangeDialog extends DialogElement<ChangeWords> {
  static override styles = [DialogElement.styles, planStyles, planChangeStyles]
  static override properties: PropertyDeclarations = {
    plan: {},
    interval: {},
    card: { state: true },
  }

  /** The plan to begin with; together with an interval, the review is shown at once. */
  declare plan: string | undefined
  declare interval: Interval | undefined
  declare card: CardStep | undefined

  /** The words of the element that opened it. */
  declare area: Area<ChangeWords>
  /** Texts about plans are the same as in the picker. */
  override readonly otherAreas = [plansArea]
  readonly #clock = new QuoteClock(this, () => this.#actions.again())
  /** The element that opened it and dispatches its events: it stays on the page. */
  owner: Element = this
  /** Called after it was removed from the page. */
  left?: () => void
  #shown = ''
  /** Until this load ends, nothing else is offered. */
  #asksAtOnce = false

  get #speaker(): Speaker {
    return { api: this.server, locale: this.serverLanguage }
  }

  get #flow(): Flow {
    return planChangeOf(this.#speaker)
  }

  get #change(): Change {
    return this.stores.read(this.#flow.$change)
  }

  get #spoken(): Spoken & { server: string } {
    const { words, language, server } = this
    return { words, language, server }
  }

  get #known(): Known {
    const store = billingOf(this.server, this.serverLanguage)
    const { value: billing, error: failed } = (store && this.stores.read(store)) ?? {}
    return { billing, failed, choice: billing && choiceOf(this, billing, this), asksAtOnce: this.#asksAtOnce }
  }

  get #actor(): Actor {
    return { element: this.owner, aside: this.aside }
  }

  override connectedCallback(): void {
    super.connectedCallback()
    const { plan, interval } = this
    this.#asksAtOnce = Boolean(plan && interval)
    if (plan && interval && this.#flow.$change.get().step === 'choose')
      void this.#flow.preview(this.#actor, { plan, interval }).then(() => {
        this.#asksAtOnce = false
      })
  }

  /** The next person begins at the choice; after a sign-out the dialog closes. */
  protected override forget(): void {
    this.#leaveCard()
    this.#asksAtOnce = false
    this.plan = this.interval = undefined
    if (!$connection.get().ecosystem) super.forget()
  }

  /** A payment under way continues without it; the outcome is shown at the next opening. */
  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leaveCard()
    if (!this.#flow.$change.get().busy) this.#flow.show({ step: 'choose' })
    this.remove()
    this.left?.()
  }

  protected override updated(): void {
    const { step, busy, undone, quote } = this.#flow.$change.get()
    this.#clock.watch(step === 'review' && !busy ? quote : undefined)
    const shown = `${step} ${quote?.quoteId} ${undone}`
    if (this.#shown && shown !== this.#shown) this.focusHeading()
    this.#shown = shown
    this.#translate()
  }

  /** The texts of a quote are the server's: in another language it is asked for again. */
  #translate() {
    const { step, busy, quote } = this.#flow.$change.get()
    const language = quote && this.#flow.languageOf(quote)
    if (step === 'review' && !busy && language && language !== this.serverLanguage) this.#actions.again()
  }

  /** In another language than the result's, what the server says of the customer in this one. */
  get #result(): PlanChangeResult | undefined {
    const { result } = this.#change
    const language = result && this.#flow.languageOf(result)
    if (!language || language === this.serverLanguage) return result
    return { ...result, billing: this.#known.billing ?? result.billing }
  }

  /** What the views' fields and buttons do. */
  readonly #actions: Actions = {
    load: () => void billingOf(this.server, this.serverLanguage)?.load(),
    pick: ({ target }) => {
      const { name, value } = target as HTMLInputElement
      if (name === 'plan') this.plan = value
      if (name === 'interval') this.interval = value as Interval
    },
    review: (event) => {
      event.preventDefault()
      const { plan, interval } = this.#known.choice ?? {}
      if (plan && interval) void this.#flow.preview(this.#actor, { plan, interval })
    },
    again: () => {
      const { quote } = this.#change
      const { plan, interval } = quote?.to ?? {}
      if (plan && interval) void this.#flow.preview(this.#actor, { plan, interval }, quote)
    },
    confirm: (shown) => {
      const { quote, busy } = this.#change
      // A quote that arrived after the press has not been shown yet.
      if (!quote || quote !== shown || busy || quote.blockers.length) return
      const { plan, interval } = quote.to
      const purchase = { kind: 'plan-change', plan, interval, dueNow: quote.dueNow } as const
      if (this.owner.dispatchEvent(new WaizantBeforePurchaseEvent(purchase)))
        void this.#flow.confirm(this.#actor)
    },
    resume: () => void this.#flow.resume(this.#actor),
    back: () => this.#flow.show({ step: 'choose' }),
    card: () => void this.#askCard(),
    undo: () => void this.#flow.undo(this.#actor),
    close: this.close,
  }

  async #askCard() {
    if (!this.owner.dispatchEvent(new WaizantPaymentMethodNeededEvent())) return
    const { quote } = this.#change
    const currency = quote?.dueNow.currency ?? this.#known.billing?.currency
    if (!currency) return
    this.#flow.show({ step: 'card', ...(quote && { quote }) })
    const { CardStep: Step } = await import('../../payment/card-step.ts')
    this.#leaveCard()
    this.card = new Step({
      host: this,
      speaker: this.#speaker,
      due: quote?.dueNow.amount ? quote.dueNow.text : undefined,
      expectedTotal: { amount: 0, currency },
      failed: (error) => reportError(this.owner, error),
      saved: this.#handleCardSaved,
      back: this.#handleCardBack,
    })
  }

  #leaveCard() {
    this.card?.remove()
    this.card = undefined
  }

  #handleCardBack = () => {
    this.#leaveCard()
    const { quote } = this.#change
    this.#flow.show({ step: 'review', ...(quote && { quote }) })
  }

  #handleCardSaved = () => {
    this.#handleCardBack()
    if (this.#change.quote?.blockers.length) this.#actions.again()
    else this.#actions.confirm(this.#change.quote)
  }

  protected override heading(words: ChangeWords): string {
    const { step, quote } = this.#change
    const result = this.#result
    if (step === 'done' && result) return doneTitle(result, this.#spoken)
    if (step === 'card') return words.card
    if (quote) return words.title(nameOfTarget(quote, words))
    return words.choose
  }

  protected override content(): unknown {
    const change = this.#change
    const { step, quote } = change
    const result = this.#result
    this.toggleAttribute('wide', step === 'review')
    if (step === 'done' && result) return doneStep(result, quote, this.#spoken, this.#actions)
    if (step === 'card') return this.card?.view()
    if (step === 'review')
      return quote && reviewStep(change, quote, this.#clock.left, this.#spoken, this.#actions)
    return chooseStep(change, this.#known, this.#spoken, this.#actions)
  }
}

customElements.get('waizant-plan-change-dialog') ??
  customElements.define('waizant-plan-change-dialog', WaizantPlanChangeDialog)

export const openPlanChangeDialog = (
  root: ParentNode,
  about: Partial<WaizantPlanChangeDialog>,
): WaizantPlanChangeDialog => openDialog(root, new WaizantPlanChangeDialog(), about)

declare global {
  interface HTMLElementTagNameMap {
    'waizant-plan-change-dialog': WaizantPlanChangeDialog
  }
}
