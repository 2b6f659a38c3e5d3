import { nothing, type PropertyDeclarations } from 'lit'
import type { Billing } from '#contract/billing'
import type { Interval } from '#contract/money'
import type { ApiError } from '../api.ts'
import { DialogElement, openDialog } from '../dialog/dialog.ts'
import { WaizantBeforePurchaseEvent } from '../events/before-purchase.ts'
import { reportError } from '../events/error.ts'
import { WaizantPaymentMethodNeededEvent } from '../events/payment-method-needed.ts'
import { html } from '../html.ts'
import type { CardStep } from '../payment/card-step.ts'
import { planStyles } from '../plans/plan.styles.ts'
import { billingOf } from '../stores/billing.ts'
import { plansOf } from '../stores/plans.ts'
import { recommendationOf } from '../stores/recommendation.ts'
import { type Area, loadWords, wordsOf } from '../words/area.ts'
import type { ChangeWords } from '../words/es-mx/change.ts'
import { plansArea } from '../words/plans.ts'
import type { Speaker } from '../write.ts'
import { dayText, errorText, nameOfTarget, type Spoken } from './about.ts'
import { type Choice, choiceView, firstChoice } from './choice.ts'
import { type Actor, type Change, type Flow, planChangeOf } from './flow.ts'
import { planChangeStyles } from './plan-change.styles.ts'
import { QuoteClock } from './quote-clock.ts'
import { confirmText, reviewView } from './review.ts'

export { planChangeOf } from './flow.ts'

/** Refusals that another card may help with. */
const wantsCard = (error: ApiError | undefined) => error?.status === 402

/** Choose, review, pay, done: what `<waizant-plan-change>` opens. */
export class WaizantPlanChangeDialog extends DialogElement<ChangeWords> {
  static override styles = [DialogElement.styles, planStyles, planChangeStyles]
  static override properties: PropertyDeclarations = {
    plan: {},
    interval: {},
    card: { state: true },
  }

  /** The plan to begin with; with an interval, too, the review is shown at once. */
  declare plan: string | undefined
  declare interval: Interval | undefined
  declare card: CardStep | undefined

  /** Its opener's words. */
  declare area: Area<ChangeWords>
  readonly #clock = new QuoteClock(this, () => this.#previewAgain())
  /** What opened it, to speak through: it stays on the page. */
  owner: Element = this
  /** Called once it has left the page. */
  left?: () => void
  #shown = ''
  /** Until it is answered, nothing else is offered. */
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

  get #billing(): Billing | undefined {
    const store = billingOf(this.server, this.serverLanguage)
    return store && this.stores.read(store).value
  }

  /** What the stores know of the choice; undefined while it is on its way. */
  get #choice(): Choice | undefined {
    const billing = this.#billing
    if (!billing) return undefined
    const { server: api, serverLanguage: locale } = this
    const { catalogue, currency } = billing
    const list = this.stores.read(plansOf({ api, catalogue, currency, locale })).value
    const asked = recommendationOf(api, locale)
    const recommendation = asked && this.stores.read(asked)
    if (!list || (recommendation?.status === 'loading' && !recommendation.value)) return undefined
    const known = { list, billing, recommendation: recommendation?.value }
    const interval = this.interval ?? recommendation?.value?.interval ?? billing.interval ?? 'month'
    const isTheirs = this.plan === billing.plan && interval === billing.interval
    const plan = this.plan && !isTheirs ? this.plan : firstChoice({ ...known, interval })
    return { ...known, interval, plan, planWords: wordsOf(plansArea, this.language)! }
  }

  /** What is said of plans is the same as where they are sold. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!wordsOf(plansArea, this.language)) await loadWords(plansArea, this.language)
    await super.scheduleUpdate()
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

  /** What is under way goes on without it; what came of it waits for the next opening. */
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
  }

  #handleChoice = ({ target }: Event) => {
    const { name, value } = target as HTMLInputElement
    if (name === 'plan') this.plan = value
    if (name === 'interval') this.interval = value as Interval
  }

  #handleReview = (event: Event) => {
    event.preventDefault()
    const { plan, interval } = this.#choice ?? {}
    if (plan && interval) void this.#flow.preview(this.#actor, { plan, interval })
  }

  #previewAgain = () => {
    const { quote } = this.#change
    const { plan, interval } = quote?.to ?? {}
    if (plan && interval) void this.#flow.preview(this.#actor, { plan, interval }, quote)
  }

  #handleConfirm = () => {
    const { quote, busy } = this.#change
    if (!quote || busy || quote.blockers.length) return
    const { plan, interval } = quote.to
    const purchase = { kind: 'plan-change', plan, interval, dueNow: quote.dueNow } as const
    if (this.owner.dispatchEvent(new WaizantBeforePurchaseEvent(purchase)))
      void this.#flow.confirm(this.#actor)
  }

  #handleResume = () => void this.#flow.resume(this.#actor)

  #handleBack = () => this.#flow.show({ step: 'choose' })

  #handleCard = async () => {
    if (!this.owner.dispatchEvent(new WaizantPaymentMethodNeededEvent())) return
    const { quote } = this.#change
    this.#flow.show({ step: 'card', ...(quote && { quote }) })
    const { CardStep: Step } = await import('../payment/card-step.ts')
    this.#leaveCard()
    this.card = new Step({
      host: this,
      speaker: this.#speaker,
      due: quote?.dueNow.amount ? quote.dueNow.text : undefined,
      failed: (error) => reportError(this.owner, error),
      saved: this.#handleCardSaved,
      back: this.#handleCardBack,
    })
  }

  #leaveCard = () => {
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
    if (this.#change.quote?.blockers.length) this.#previewAgain()
    else this.#handleConfirm()
  }

  #undo = () => void this.#flow.undo(this.#actor)

  protected override heading(words: ChangeWords): unknown {
    const { step, quote, result } = this.#change
    if (step === 'done' && result) {
      const { pendingChange, planName } = result.billing
      return result.status === 'scheduled' && pendingChange
        ? words.scheduled(pendingChange.planName, dayText(pendingChange.effectiveAt, this.language))
        : words.done(planName)
    }
    if (step === 'card') return words.card
    if (quote) return words.title(nameOfTarget(quote, words))
    return words.choose
  }

  #error = ({ error, busy }: Change) => {
    const { words } = this
    if (!error || busy) return nothing
    return html`<p part="problem" role="alert">${errorText(error, words)}</p>`
  }

  #skeleton = () => html`<div part="skeleton" aria-hidden="true"></div>`

  #scheduled = ({ planName, pendingChange }: Billing, busy: boolean) => {
    const { words, language } = this
    if (!pendingChange) return nothing
    const day = dayText(pendingChange.effectiveAt, language)
    return html`
      <div part="done">
        <strong>${words.scheduled(pendingChange.planName, day)}</strong>
        <p>${words.until(planName)}</p>
      </div>
      <button part="action" type="button" aria-busy=${busy} @click=${this.#undo}>${words.undo}</button>
    `
  }

  #chooseStep = (change: Change) => {
    const { words } = this
    const choice = this.#choice
    const billing = this.#billing
    const store = billingOf(this.server, this.serverLanguage)
    const failed = store && this.stores.read(store).error
    if (failed && !billing)
      return html`
        <p part="problem" role="alert">
          ${errorText(failed, words)}
          <button part="retry" type="button" @click=${() => void store.load()}>${words.retry}</button>
        </p>
      `
    if (change.busy && change.busy !== 'quote' && change.busy !== 'undo')
      return [this.#underWay(change), this.#help(change)]
    if (change.busy === 'quote' && this.#asksAtOnce)
      return html`<p part="status" role="status">${words.calculating}</p>${this.#skeleton()}`
    return html`
      ${change.undone && billing ? html`<p part="done" role="status">${words.undone(billing.planName)}</p>` : nothing}
      ${this.#error(change)}
      ${
        billing?.pendingChange
          ? this.#scheduled(billing, change.busy === 'undo')
          : choice
            ? choiceView(choice, this.#spoken, {
                busy: change.busy === 'quote',
                onChange: this.#handleChoice,
                onSubmit: this.#handleReview,
              })
            : this.#skeleton()
      }
    `
  }

  /** What is being waited for, in words. */
  #underWay = ({ busy }: Change) => {
    const { words } = this
    if (!busy || busy === 'quote' || busy === 'undo') return nothing
    const texts = {
      pay: words.paying,
      bank: words.bank,
      'bank-again': words.bank,
      unknown: words.waiting,
      elsewhere: words.elsewhere,
    }
    return html`<p part="status" role="status">${texts[busy]}</p>`
  }

  /** The one thing that helps while something is being waited for. */
  #help = ({ busy }: Change) => {
    const { words } = this
    const text = { 'bank-again': words.bankAgain, unknown: words.retry }[busy as 'unknown']
    return (
      text &&
      html`<button part="action action-main" type="button" @click=${this.#handleResume}>${text}</button>`
    )
  }

  #renewed = ({ before, error }: Change) =>
    before && !error ? html`<p part="done" role="status">${this.words.renewed}</p>` : nothing

  #expiry = () =>
    this.#clock.left
      ? html`<p part="quiet" role="timer">${this.words.expires(this.#clock.left)}</p>`
      : nothing

  #reviewStep = (change: Change) => {
    const { words } = this
    const { quote, before, busy, error } = change
    if (!quote) return nothing
    const needsCard = wantsCard(error) || quote.blockers.some(({ code }) => code === 'no-payment-method')
    const isBlocked = quote.blockers.length > 0
    const isPaying = Boolean(busy && busy !== 'quote')
    return html`
      ${this.#renewed(change)}
      ${reviewView(quote, before, this.#spoken)}
      <footer part="dialog-footer">
        ${this.#error(change)} ${this.#expiry()} ${this.#underWay(change)}
        <div part="buttons">
          ${
            isPaying
              ? nothing
              : [
                  html`<button part="action action-quiet" type="button" @click=${this.#handleBack}>${words.back}</button>`,
                  needsCard
                    ? html`<button part="action action-main" type="button" @click=${this.#handleCard}>${words.card}</button>`
                    : nothing,
                  isBlocked && !needsCard
                    ? html`<button part="action" type="button" aria-busy=${busy === 'quote'} @click=${this.#previewAgain}>${words.again}</button>`
                    : nothing,
                ]
          }
          ${
            this.#help(change) ??
            html`<button
              part="action ${needsCard ? '' : 'action-main'}"
              type="button"
              ?disabled=${isBlocked}
              aria-busy=${Boolean(busy)}
              @click=${this.#handleConfirm}
            >${confirmText(quote, this.#spoken)}</button>`
          }
        </div>
      </footer>
    `
  }

  #doneStep = ({ quote, result }: Change) => {
    const { words, language } = this
    const billing = result!.billing
    const { balance, nextPayment, planName } = billing
    const paid = quote?.dueNow
    const isScheduled = result!.status === 'scheduled'
    return html`
      <div part="outcome" role="status">
        <svg part="tick" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
          <circle cx="24" cy="24" r="22" /><path d="M14 25l7 7 14-15" />
        </svg>
        ${isScheduled ? html`<p>${words.until(planName)}</p>` : nothing}
        ${paid ? html`<p>${paid.amount > 0 ? words.charged(paid.text ?? '') : words.chargedNothing}</p>` : nothing}
        ${balance.amount > 0 ? html`<p>${words.balance(balance.text ?? '')}</p>` : nothing}
        ${
          nextPayment
            ? html`<p part="quiet">${words.next(dayText(nextPayment.date, language), nextPayment.amount.text ?? '')}</p>`
            : nothing
        }
      </div>
      <div part="buttons">
        ${isScheduled ? html`<button part="action action-quiet" type="button" @click=${this.#undo}>${words.undo}</button>` : nothing}
        <button part="action action-main" type="button" @click=${this.close}>${words.close}</button>
      </div>
    `
  }

  protected override content(): unknown {
    const change = this.#change
    this.toggleAttribute('wide', change.step === 'review')
    if (change.step === 'done' && change.result) return this.#doneStep(change)
    if (change.step === 'card') return this.card?.view()
    if (change.step === 'review') return this.#reviewStep(change)
    return this.#chooseStep(change)
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
