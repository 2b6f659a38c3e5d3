import '../acting.ts'
import { nothing, type PropertyDeclarations } from 'lit'
import type { Billing } from '#contract/billing'
import type { Cancellation } from '#contract/cancellation'
import { ApiError } from '../api.ts'
import { dayOf } from '../billing-actions/day-of.ts'
import { DialogElement, openDialog } from '../dialog/dialog.ts'
import { WaizantCancellationChangedEvent } from '../events/cancellation-changed.ts'
import { reportError } from '../events/error.ts'
import { html } from '../html.ts'
import { newId } from '../new-id.ts'
import { refreshEcosystem } from '../stores/of-ecosystem.ts'
import { plansOf } from '../stores/plans.ts'
import { cancellationArea } from '../words/cancellation.ts'
import type { CancellationWords } from '../words/es-mx/cancellation.ts'
import { write } from '../write.ts'
import { cancellationDialogStyles } from './cancellation-dialog.styles.ts'
import { lossesOf } from './losses.ts'

const steps = ['warning', 'reason', 'confirm'] as const
type Step = (typeof steps)[number] | 'done'

type Reason = keyof CancellationWords['reasons']

/** Leaving in steps: what is lost and kept, why, what is paid today; then the last day. Staying is one press in each. */
export class WaizantCancellationDialog extends DialogElement<CancellationWords> {
  static override styles = [DialogElement.styles, cancellationDialogStyles]
  static override properties: PropertyDeclarations = {
    step: { state: true },
    fault: { state: true },
    error: { state: true },
    busy: { state: true },
    said: { state: true },
  }

  declare step: Step
  declare fault: boolean
  declare error: ApiError | undefined
  declare busy: boolean
  declare said: string | undefined

  override readonly area = cancellationArea
  /** The element that asked: it tells the host. */
  owner: Element | undefined
  declare billing: Billing
  /** Asks for another card when the bank declines what is paid today. */
  changeCard: () => void = () => {}
  #reason: Reason | undefined
  #comment = ''
  /** One wish to leave, however often it is sent. */
  readonly #key = newId()
  #answer: Cancellation | undefined

  constructor() {
    super()
    this.step = 'warning'
    this.fault = false
    this.busy = false
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('step') && changed.get('step')) {
      this.dialog.scrollTop = 0
      this.focusHeading()
    }
  }

  /** What ends at a midnight ends with the day before. */
  #lastDay = (end: string) =>
    dayOf(new Date(new Date(end).getTime() - 1).toISOString(), this.language, this.billing, 'always')

  #go = (step: Step) => () => {
    this.error = undefined
    this.step = step
  }

  #handlePick = () => {
    this.fault = false
  }

  #handleReason = (event: SubmitEvent) => {
    event.preventDefault()
    const entries = new FormData(event.target as HTMLFormElement)
    this.#reason = (entries.get('reason') as Reason | null) ?? undefined
    this.#comment = String(entries.get('comment') ?? '').trim()
    this.fault = !this.#reason
    if (this.fault) this.renderRoot.querySelector<HTMLElement>('[type=radio]')?.focus()
    else this.#go('confirm')()
  }

  #handleConfirm = async () => {
    if (this.busy) return
    this.busy = true
    this.error = undefined
    const { server: api, serverLanguage: locale } = this
    const comment = this.#comment
    try {
      this.#answer = await write<Cancellation>({ api, locale }, 'cancellation', {
        body: { reason: this.#reason!, ...(comment && { comment }) },
        key: this.#key,
      })
      this.step = 'done'
      const told = new WaizantCancellationChangedEvent('canceling', this.#answer.billing)
      this.owner?.dispatchEvent(told)
    } catch (thrown) {
      this.error = thrown instanceof ApiError ? thrown : new ApiError(0, 'unexpected')
      reportError(this.owner ?? this, this.error)
    }
    this.busy = false
    await refreshEcosystem(api)
  }

  #handleCard = () => {
    this.close()
    this.changeCard()
  }

  #handleExport = async () => {
    const { saveExport } = await import('../billing-actions/save-export.ts')
    try {
      await saveExport({ api: this.server, locale: this.serverLanguage })
      this.said = this.words.exported
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

  #stay = (words: CancellationWords) =>
    html`<button part="action action-main" type="button" @click=${this.close}>${words.stay}</button>`

  #warning = (words: CancellationWords) => {
    const { billing, language, server: api, serverLanguage: locale } = this
    const { catalogue, currency, ifCanceled } = billing
    const plans = this.stores.read(plansOf({ api, catalogue, currency, locale })).value
    return html`
      <div part="step">
        <p>${ifCanceled ? words.until(this.#lastDay(ifCanceled.accessUntil)) : words.atEnd}</p>
        <ul part="losses">
          ${lossesOf(billing, plans, words, language).map((loss) => html`<li>${loss}</li>`)}
        </ul>
        <div part="keeps">
          <h3>${words.keeps}</h3>
          <ul>
            ${ifCanceled ? html`<li>${words.data(this.#lastDay(ifCanceled.dataUntil))} ${words.back}</li>` : nothing}
            <li>${words.invoices}</li>
          </ul>
        </div>
        <div part="buttons">
          <button part="action" type="button" @click=${this.#go('reason')}>${words.goOn}</button>
          ${this.#stay(words)}
        </div>
      </div>
    `
  }

  #reasons = (words: CancellationWords) => html`
    <form novalidate @submit=${this.#handleReason}>
      <p part="quiet">${words.reasonText}</p>
      <fieldset aria-describedby=${this.fault ? 'fault' : nothing} @change=${this.#handlePick}>
        <legend>${words.reasonTitle}</legend>
        ${(Object.keys(words.reasons) as Reason[]).map(
          (reason) => html`
            <label>
              <input type="radio" name="reason" value=${reason} ?checked=${this.#reason === reason} />
              ${words.reasons[reason]}
            </label>
          `,
        )}
      </fieldset>
      ${this.fault ? html`<p part="fault" id="fault" role="alert">${words.pickReason}</p>` : nothing}
      <label part="field">
        <span>${words.comment} <small>(${words.optional})</small></span>
        <textarea name="comment" rows="3" maxlength="2000" .value=${this.#comment}></textarea>
      </label>
      <div part="buttons">
        <button part="action">${words.goOn}</button>
        ${this.#stay(words)}
      </div>
    </form>
  `

  #errorText = ({ code, detail }: ApiError, words: CancellationWords) =>
    detail || (code === 'offline' || code === 'unreachable' ? words[code] : words.unexpected)

  #problem = (words: CancellationWords) => {
    const { error, step } = this
    if (!error) return nothing
    const isDeclined = error.status === 402
    return html`
      <p part="problem" role="alert">
        ${this.#errorText(error, words)} ${error.status && step === 'confirm' ? words.unchanged : nothing}
        ${
          isDeclined
            ? html`<button part="retry" type="button" @click=${this.#handleCard}>${words.declined}</button>`
            : nothing
        }
      </p>
    `
  }

  #confirm = (words: CancellationWords) => {
    const { billing, busy } = this
    const used = billing.services.filter((service) => service.used.units > 0)
    const [only] = used
    return html`
      <div part="step">
        <dl>
          <div>
            <dt>${words.lastDay}</dt>
            <dd>${billing.ifCanceled ? this.#lastDay(billing.ifCanceled.accessUntil) : words.periodEnd}</dd>
          </div>
          <div>
            <dt>${words.today}</dt>
            <dd>
              ${
                only
                  ? used.map(
                      ({ name, used: { units, total } }) =>
                        html`${total.text}<p>${words.used(units, name)}</p>`,
                    )
                  : words.nothing
              }
            </dd>
          </div>
        </dl>
        ${only ? html`<p part="quiet">${words.settle}</p>` : nothing}
        ${this.#problem(words)}
        <div part="buttons">
          <button part="action action-danger" type="button" aria-busy=${busy} @click=${this.#handleConfirm}>
            ${
              used.length > 1
                ? words.confirmPayingAll
                : only
                  ? words.confirmPaying(only.used.total.text ?? '')
                  : words.confirm
            }
          </button>
          ${this.#stay(words)}
        </div>
        <button part="action action-quiet" type="button" @click=${this.#go('reason')}>${words.previous}</button>
      </div>
    `
  }

  #done = (words: CancellationWords) => {
    const { accessUntil, dataUntil } = this.#answer!
    return html`
      <div part="step">
        <div part="done" role="status">
          <p>${words.done(this.#lastDay(accessUntil))}</p>
          <p>${words.kept(this.#lastDay(dataUntil))}</p>
        </div>
        ${this.#problem(words)}
        <p role="status" part="quiet">${this.said}</p>
        <div part="buttons">
          <button part="action" type="button" @click=${this.#handleExport}>${words.exportData}</button>
          <button part="action action-main" type="button" @click=${this.close}>${words.close}</button>
        </div>
      </div>
    `
  }

  protected override content(words: CancellationWords): unknown {
    const views = {
      warning: this.#warning,
      reason: this.#reasons,
      confirm: this.#confirm,
      done: this.#done,
    }
    return [this.step === 'done' ? nothing : this.#progress(), views[this.step](words)]
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
