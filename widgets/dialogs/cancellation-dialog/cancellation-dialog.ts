import '../../chunks/acting.ts'
import { nothing, type PropertyDeclarations } from 'lit'
import type { Billing } from '#contract/billing'
import type { Cancellation } from '#contract/cancellation'
import { ApiError } from '../../api/answer.ts'
import { write } from '../../api/mutate.ts'
import { html } from '../../base/html.ts'
import { newId } from '../../base/new-id.ts'
import { WaizantCancellationChangedEvent } from '../../events/cancellation-changed.ts'
import { reportError } from '../../events/error.ts'
import { cancellationArea } from '../../i18n/cancellation.ts'
import type { CancellationWords } from '../../i18n/es-mx/cancellation.ts'
import { billingOf } from '../../stores/billing.ts'
import { refreshEcosystem } from '../../stores/ecosystem-resource.ts'
import { plansOf } from '../../stores/plans.ts'
import { DialogElement, openDialog } from '../dialog/dialog.ts'
import type { Actions, Reason, Spoken } from './about.ts'
import { cancellationDialogStyles } from './cancellation-dialog.styles.ts'
import { confirmStep } from './confirm-step.ts'
import { doneStep } from './done-step.ts'
import { reasonStep } from './reason-step.ts'
import { warningStep } from './warning-step.ts'

const steps = ['warning', 'reason', 'confirm'] as const
type Step = (typeof steps)[number] | 'done'

/**
 * The cancellation in steps: what is lost and kept, why, what is paid today; then the last day. Every step has a button
 * to stay.
 */
export class WaizantCancellationDialog extends DialogElement<CancellationWords> {
  static override styles = [DialogElement.styles, cancellationDialogStyles]
  static override properties: PropertyDeclarations = {
    step: { state: true },
    billing: { state: true },
    fault: { state: true },
    error: { state: true },
    busy: { state: true },
    said: { state: true },
  }

  declare step: Step
  declare fault: boolean
  declare error: ApiError | undefined
  declare busy: boolean
  declare said: boolean

  override readonly area = cancellationArea
  /** The element that opened it; events for the host are dispatched from it. */
  owner: Element | undefined
  declare billing: Billing
  /** Asks for another card when the bank declines today's payment. */
  changeCard: () => void = () => {}
  #reason: Reason | undefined
  #comment = ''
  /** The idempotency key of one request to cancel, however often it is sent. */
  #key = newId()
  #answer: Cancellation | undefined
  /** The language of the billing's texts. */
  #language: string | undefined

  constructor() {
    super()
    this.step = 'warning'
    this.fault = false
    this.busy = false
    this.said = false
  }

  /** In another language, what the server says of the customer in this one; an amount to pay is another intention. */
  protected override willUpdate(): void {
    const { server, serverLanguage, busy, step } = this
    this.#language ??= serverLanguage
    if (this.#language === serverLanguage || busy || step === 'done') return
    const store = billingOf(server, serverLanguage)
    const billing = store && this.stores.read(store).value
    if (!billing) return
    if (billing.ifCanceled?.dueNow.amount !== this.billing.ifCanceled?.dueNow.amount) this.#key = newId()
    this.#language = serverLanguage
    this.billing = billing
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('step') && changed.get('step')) {
      this.dialog.scrollTop = 0
      this.focusHeading()
    }
  }

  get #spoken(): Spoken {
    const { words, language, billing } = this
    return { words, language, billing }
  }

  /** What the steps' buttons and fields do. */
  readonly #actions: Actions = {
    ask: () => this.#goTo('reason'),
    pick: () => {
      this.fault = false
    },
    submitReason: (event) => this.#submitReason(event),
    leave: () => void this.#leave(),
    changeCard: () => {
      this.close()
      this.changeCard()
    },
    save: () => void this.#save(),
    close: this.close,
  }

  #goTo(step: Step) {
    this.error = undefined
    this.step = step
  }

  #submitReason(event: SubmitEvent) {
    event.preventDefault()
    const entries = new FormData(event.target as HTMLFormElement)
    this.#reason = (entries.get('reason') as Reason | null) ?? undefined
    this.#comment = String(entries.get('comment') ?? '').trim()
    this.fault = !this.#reason
    if (this.fault) this.renderRoot.querySelector<HTMLElement>('[type=radio]')?.focus()
    else this.#goTo('confirm')
  }

  async #leave() {
    if (this.busy) return
    this.busy = true
    this.error = undefined
    const { server: api, serverLanguage: locale } = this
    const comment = this.#comment
    const due = this.billing.ifCanceled?.dueNow
    try {
      this.#answer = await write<Cancellation>({ api, locale }, 'cancellation', {
        body: {
          reason: this.#reason!,
          ...(comment && { comment }),
          ...(due && { expectedTotal: { amount: due.amount, currency: due.currency } }),
        },
        key: this.#key,
      })
      this.step = 'done'
      const changed = new WaizantCancellationChangedEvent('canceling', this.#answer.billing)
      this.owner?.dispatchEvent(changed)
    } catch (thrown) {
      this.error = thrown instanceof ApiError ? thrown : new ApiError(0, 'unexpected')
      reportError(this.owner ?? this, this.error)
    }
    await refreshEcosystem(api)
    if (this.error?.code === 'price-changed') this.#showAgain()
    this.busy = false
  }

  /** Today's amount, replacing the one that was shown. Confirming it is a new request with a new key. */
  #showAgain() {
    this.#key = newId()
    this.billing = billingOf(this.server, this.serverLanguage)?.value?.value ?? this.billing
  }

  async #save() {
    const { saveExport } = await import('../../billing-actions/save-export.ts')
    try {
      await saveExport({ api: this.server, locale: this.serverLanguage })
      this.said = true
      this.error = undefined
    } catch (thrown) {
      this.error = thrown as ApiError
    }
  }

  protected override heading(words: CancellationWords): string {
    return {
      warning: words.warning,
      reason: words.reasonTitle,
      confirm: words.confirmTitle,
      done: words.doneTitle,
    }[this.step]
  }

  #progress = () => {
    const reached = steps.indexOf(this.step as 'warning')
    return html`
      <div part="progress" aria-hidden="true">
        ${steps.map((_, index) => html`<i part=${index <= reached ? 'reached' : 'ahead'}></i>`)}
      </div>
    `
  }

  #warning() {
    const { billing, server: api, serverLanguage: locale } = this
    const { catalogue, currency } = billing
    const plans = this.stores.read(plansOf({ api, catalogue, currency, locale })).value
    return warningStep(plans, this.#spoken, this.#actions)
  }

  #step() {
    const { step, fault } = this
    const [reason, comment] = [this.#reason, this.#comment]
    if (step === 'warning') return this.#warning()
    if (step === 'reason') return reasonStep({ reason, comment, fault }, this.#spoken, this.#actions)
    if (step === 'confirm') return confirmStep(this, this.#spoken, this.#actions)
    return doneStep(this.#answer!, this, this.#spoken, this.#actions)
  }

  protected override content(): unknown {
    return [this.step === 'done' ? nothing : this.#progress(), this.#step()]
  }
}

customElements.get('waizant-cancellation-dialog') ??
  customElements.define('waizant-cancellation-dialog', WaizantCancellationDialog)

export const openCancellation = (root: ParentNode, about: Partial<WaizantCancellationDialog>): void => {
  openDialog(root, new WaizantCancellationDialog(), about)
}

declare global {
  interface HTMLElementTagNameMap {
    'waizant-cancellation-dialog': WaizantCancellationDialog
  }
}
