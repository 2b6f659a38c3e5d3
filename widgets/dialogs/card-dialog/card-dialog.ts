import '../../chunks/acting.ts'
import { nothing, type PropertyDeclarations } from 'lit'
import type { Billing } from '#contract/billing'
import type { ApiError } from '../../api/answer.ts'
import { readOwn } from '../../api/mutate.ts'
import { html } from '../../base/html.ts'
import { cardName } from '../../billing-actions/card-name.ts'
import { reportError } from '../../events/error.ts'
import { WaizantPaymentMethodChangedEvent } from '../../events/payment-method-changed.ts'
import { accountArea } from '../../i18n/account.ts'
import type { AccountWords } from '../../i18n/es-mx/account.ts'
import { CardStep } from '../../payment/card-step.ts'
import { personSignal } from '../../stores/connection.ts'
import { refreshEcosystem } from '../../stores/ecosystem-resource.ts'
import { DialogElement, openDialog } from '../dialog/dialog.ts'
import { cardDialogStyles } from './card-dialog.styles.ts'

const owes = ({ status }: Billing) => status === 'past-due' || status === 'suspended'

const pauseMs = 1000
/** After this long the dialog says that it takes longer; the page keeps polling for as long again. */
const patience = 12

const pause = () => new Promise((resolve) => setTimeout(resolve, pauseMs))

/** Changes the card. The server charges what is owed to the new card; the dialog waits and shows the outcome. */
export class WaizantCardDialog extends DialogElement<AccountWords> {
  static override styles = [DialogElement.styles, cardDialogStyles]
  static override properties: PropertyDeclarations = { step: { state: true } }

  declare step: 'form' | 'charging' | 'unpaid' | 'done'

  override readonly area = accountArea
  /** The element that opened it; events for the host are dispatched from it. */
  owner: Element | undefined
  declare billing: Billing
  #card: CardStep | undefined
  #now: Billing | undefined
  readonly #signal = personSignal()

  constructor() {
    super()
    this.step = 'form'
  }

  get #speaker() {
    return { api: this.server, locale: this.serverLanguage, signal: this.#signal }
  }

  protected override firstUpdated(): void {
    if (!this.isConnected) return
    super.firstUpdated()
    this.#ask()
  }

  #ask = () => {
    const { due, currency } = this.billing
    this.step = 'form'
    this.#card = new CardStep({
      host: this,
      speaker: this.#speaker,
      due: due?.amount.text,
      expectedTotal: due?.amount ?? { amount: 0, currency },
      failed: this.#handleFailure,
      saved: () => void this.#follow(),
      back: this.close,
    })
    this.requestUpdate()
  }

  /** What is owed has changed since the panel was drawn: the button names the new amount before it is pressed. */
  #handleFailure = async (error: ApiError) => {
    if (error.code !== 'price-changed') return reportError(this.owner ?? this, error)
    const billing = await this.#read()
    if (!billing || this.step !== 'form' || billing.due?.amount.amount === this.billing.due?.amount.amount)
      return
    this.#endForm()
    this.billing = billing
    this.#ask()
  }

  #endForm() {
    this.#card?.remove()
    this.#card = undefined
  }

  /** The card is saved. The server does the rest, so billing is polled until nothing is owed. */
  #follow = async () => {
    const wasOwing = owes(this.billing)
    this.#endForm()
    if (wasOwing) this.step = 'charging'
    let billing = await this.#read()
    for (let tries = 0; wasOwing && (!billing || owes(billing)) && tries < 2 * patience; tries++) {
      if (tries === patience && this.step === 'charging') this.step = 'unpaid'
      await pause()
      if (this.step === 'form' || this.#signal.aborted) return
      billing = (await this.#read()) ?? billing
    }
    await refreshEcosystem(this.server)
    this.#now = billing
    this.step = billing && owes(billing) ? 'unpaid' : 'done'
    if (billing) this.owner?.dispatchEvent(new WaizantPaymentMethodChangedEvent(billing))
  }

  #read = () => readOwn<Billing>(this.#speaker, 'billing').catch(() => undefined)

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#endForm()
    void refreshEcosystem(this.server)
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('step') && changed.get('step')) this.focusHeading()
  }

  protected override heading(words: AccountWords): string {
    if (this.step === 'unpaid') return words.unpaid
    if (this.step === 'done') return owes(this.billing) ? words.paid : words.saved
    return words.newCard
  }

  #outcome = (words: AccountWords) => {
    const method = this.#now?.paymentMethod
    const text = owes(this.billing) ? words.paidText : words.savedText
    return html`<p>${method ? text(cardName(method)) : nothing}</p>`
  }

  protected override content(words: AccountWords): unknown {
    const { step } = this
    if (step === 'form')
      return html`
        ${owes(this.billing) ? html`<p part="owes">${this.billing.status === 'suspended' ? words.owesSuspended : words.owes}</p>` : nothing}
        ${this.#card?.view() ?? nothing}
      `
    if (step === 'charging') return html`<p part="status" role="status">${words.charging}</p>`
    return html`
      <div part="outcome">
        <div role="status">${step === 'unpaid' ? words.unpaidText : this.#outcome(words)}</div>
        <div part="buttons">
          ${
            step === 'unpaid'
              ? html`<button part="action action-main" type="button" @click=${this.#ask}>${words.another}</button>`
              : nothing
          }
          <button part="action" type="button" @click=${this.close}>${words.close}</button>
        </div>
      </div>
    `
  }
}

customElements.get('waizant-card-dialog') ?? customElements.define('waizant-card-dialog', WaizantCardDialog)

export const openCardDialog = (root: ParentNode, about: Partial<WaizantCardDialog>): WaizantCardDialog =>
  openDialog(root, new WaizantCardDialog(), about)

declare global {
  interface HTMLElementTagNameMap {
    'waizant-card-dialog': WaizantCardDialog
  }
}
