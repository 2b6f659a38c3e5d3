import '../../../chunks/acting.ts'
import { nothing, type PropertyDeclarations } from 'lit'
import type { PlanVersion, VersionList, VersionRequest } from '#contract/plan-settings'
import { ApiError } from '../../../api/answer.ts'
import { html } from '../../../base/html.ts'
import { DialogElement, openDialog } from '../../../dialogs/dialog/dialog.ts'
import { reportError } from '../../../events/error.ts'
import type { OfficeWords } from '../../../i18n/es-mx/office.ts'
import { officeArea } from '../../../i18n/office.ts'
import { ask, type Speaker } from '../data/ask.ts'
import { versionsPath } from '../data/paths.ts'
import { countText, readCount } from '../editor/amount-text.ts'
import { localText, momentOf } from '../editor/dates.ts'
import { officeDialogStyles } from '../styles/office-dialog.styles.ts'

type FieldName = 'number' | 'startsAt' | 'copyFrom'

/**
 * The form that creates a version: it proposes the next number, starts it now, and copies the version on sale unless
 * another is picked.
 */
export class WaizantNewVersionDialog extends DialogElement<OfficeWords> {
  static override styles = [DialogElement.styles, officeDialogStyles]
  static override properties: PropertyDeclarations = {
    faults: { state: true },
    problem: { state: true },
    sending: { state: true },
  }

  declare faults: Partial<Record<FieldName, string>>
  declare problem: string | undefined
  declare sending: boolean

  override readonly area = officeArea
  declare speaker: Speaker
  planName = ''
  declare list: VersionList
  /** The version to copy; by default the one on sale. */
  from: number | undefined
  declare made: (version: PlanVersion) => void
  readonly #now = localText(new Date())

  constructor() {
    super()
    this.faults = {}
    this.sending = false
  }

  #read(form: HTMLFormElement): VersionRequest | undefined {
    const { words } = this
    const given = new FormData(form)
    const text = (name: FieldName) => String(given.get(name) ?? '')
    const number = readCount(text('number'))
    const startsAt = momentOf(text('startsAt'))
    this.#show({
      ...(!number && { number: words.faults['count-unreadable'] }),
      ...(number && number > 1_000_000 && { number: words.faults['count-too-large'] }),
      ...(!startsAt && { startsAt: words.faults['date-unreadable'] }),
    })
    if (!number || !startsAt || Object.keys(this.faults).length) return undefined
    const copyFrom = Number(text('copyFrom'))
    return { number, startsAt, ...(copyFrom && { copyFrom }) }
  }

  #handleSubmit = async (event: SubmitEvent) => {
    event.preventDefault()
    const body = this.#read(event.target as HTMLFormElement)
    if (!body || this.sending) return
    this.sending = true
    this.problem = undefined
    const speaker = { ...this.speaker, locale: this.serverLanguage }
    try {
      const asked = { method: 'POST', body } as const
      const version = await ask<PlanVersion>(speaker, versionsPath(this.list), asked)
      this.close()
      this.made(version)
    } catch (thrown) {
      this.#explain(thrown instanceof ApiError ? thrown : new ApiError(0, 'unexpected'))
    }
    this.sending = false
  }

  #explain(error: ApiError) {
    this.#show(Object.fromEntries(error.errors.map(({ path, message }) => [path, message])))
    if (!Object.keys(this.faults).length) this.problem = error.detail || this.words.unanswered
    reportError(this, error)
  }

  #show(faults: Partial<Record<FieldName, string>>) {
    this.faults = faults
    const [first] = Object.keys(faults)
    if (first)
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#${first}`)?.focus())
  }

  protected override heading(words: OfficeWords): string {
    return words.createOf(this.planName)
  }

  #fault = (name: FieldName) => {
    const fault = this.faults[name]
    return fault ? html`<p part="fault" id="${name}-fault">${fault}</p>` : nothing
  }

  #input = (name: 'number' | 'startsAt', label: string, value: string) => html`
    <label for=${name}>${label}</label>
    <input id=${name} name=${name} type=${name === 'number' ? 'text' : 'datetime-local'} inputmode=${name === 'number' ? 'numeric' : nothing}
      value=${value} autocomplete="off" aria-invalid=${Boolean(this.faults[name])}
      aria-describedby=${this.faults[name] ? `${name}-fault` : nothing} />
    ${this.#fault(name)}
  `

  protected override content(words: OfficeWords): unknown {
    const { list, problem, sending } = this
    const sold = list.versions.find(({ status }) => status === 'in-force') ?? list.versions[0]
    const from = this.from ?? sold?.number
    return html`
      <form novalidate @submit=${this.#handleSubmit}>
        <div part="field">
          ${this.#input('number', words.number, countText(list.nextNumber))}
          <p part="quiet">${words.numberHint(list.nextNumber)}</p>
        </div>
        <div part="field">
          ${this.#input('startsAt', words.startsAt, this.#now)}
          <p part="quiet">${words.datesHint}</p>
        </div>
        <div part="field">
          <label for="copyFrom">${words.copyFrom}</label>
          <select id="copyFrom" name="copyFrom">
            ${list.versions.map(
              ({ number, status }) => html`
                <option value=${number} ?selected=${number === from}>${words.version(number)} · ${words.statuses[status]}</option>
              `,
            )}
            <option value="" ?selected=${!from}>${words.empty}</option>
          </select>
          ${this.#fault('copyFrom')}
        </div>
        ${problem ? html`<p part="problem" role="alert">${problem}</p>` : nothing}
        <div part="buttons">
          <button part="action" type="button" @click=${this.close}>${words.cancel}</button>
          <button part="action action-main" aria-busy=${sending}>${words.createSend}</button>
        </div>
      </form>
    `
  }
}

customElements.get('waizant-new-version-dialog') ??
  customElements.define('waizant-new-version-dialog', WaizantNewVersionDialog)

export const openNewVersion = (root: ParentNode, about: Partial<WaizantNewVersionDialog>): void => {
  openDialog(root, new WaizantNewVersionDialog(), about)
}

declare global {
  interface HTMLElementTagNameMap {
    'waizant-new-version-dialog': WaizantNewVersionDialog
  }
}
