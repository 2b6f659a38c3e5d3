import { nothing, type PropertyDeclarations } from 'lit'
import { ApiError } from '../../api/answer.ts'
import { html } from '../../base/html.ts'
import { reportError } from '../../events/error.ts'
import type { FormWords } from '../../i18n/es-mx/forms.ts'
import { formsArea } from '../../i18n/forms.ts'
import { DialogElement } from '../dialog/dialog.ts'
import { type Field, faultOf } from './field.ts'
import { formDialogStyles } from './form-dialog.styles.ts'

/** The texts of a form around its fields. */
export interface FormTexts {
  title: string
  intro: string
  send: string
  /** The title after it was sent. */
  done: string
}

/** A dialog with one short form: shows errors at their fields, keeps what was typed, and says what comes next. */
export abstract class FormDialog<Answer> extends DialogElement<FormWords> {
  static override styles = [DialogElement.styles, formDialogStyles]
  static override properties: PropertyDeclarations = {
    faults: { state: true },
    problem: { state: true },
    sending: { state: true },
    answer: { state: true },
  }

  declare faults: Readonly<Record<string, string>>
  declare problem: string | undefined
  declare sending: boolean
  declare answer: Answer | undefined

  override readonly area = formsArea
  #language: string | undefined
  protected values: Readonly<Record<string, string>> = {}

  protected abstract readonly fields: readonly Field[]
  protected abstract texts(words: FormWords): FormTexts
  protected abstract send(values: Readonly<Record<string, string>>): Promise<Answer>
  protected abstract done(answer: Answer, words: FormWords): unknown

  constructor() {
    super()
    this.faults = {}
    this.sending = false
  }

  /** In another language, its own sentences about what was typed; the server's were in the other one. */
  protected override willUpdate(): void {
    const before = this.#language
    this.#language = this.language
    if (!before || before === this.#language) return
    this.problem = undefined
    const wrong = this.fields.filter(({ name }) => this.faults[name])
    const faults = wrong.map((field) => [field.name, faultOf(field, this.values, this.words)])
    this.faults = Object.fromEntries(faults.filter(([, fault]) => fault))
  }

  protected override updated(): void {
    if (this.answer) this.renderRoot.querySelector<HTMLElement>('[part=done]')?.focus()
  }

  #handleSubmit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (this.sending) return
    const entries = [...new FormData(event.target as HTMLFormElement)] as [string, string][]
    this.values = Object.fromEntries(entries.map(([name, value]) => [name, value.trim()]))
    const faults = this.fields.map((field) => [field.name, faultOf(field, this.values, this.words)])
    if (this.#show(Object.fromEntries(faults.filter(([, fault]) => fault)))) return
    this.sending = true
    this.problem = undefined
    try {
      this.answer = await this.send(
        Object.fromEntries(Object.entries(this.values).filter(([, value]) => value)),
      )
    } catch (thrown) {
      this.#explain(thrown instanceof ApiError ? thrown : new ApiError(0, 'unexpected'))
    }
    this.sending = false
  }

  #explain(error: ApiError) {
    const faults = error.errors.map(({ path, message }) => [path.split(/[./]/).pop()!, message])
    const ours = faults.filter(([path]) => this.fields.some(({ name }) => name === path))
    if (!this.#show(Object.fromEntries(ours))) {
      this.problem = error.detail || (error.code === 'offline' ? this.words.offline : this.words.unexpected)
    }
    reportError(this, error)
  }

  /** Shows the errors and focuses the first wrong field. */
  #show(faults: Readonly<Record<string, string>>) {
    this.faults = faults
    const first = this.fields.find(({ name }) => faults[name])
    if (first)
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector<HTMLElement>(`#${first.name}`)?.focus(),
      )
    return first
  }

  #field = ({ name, type, autocomplete, optional }: Field) => {
    const { words, faults, values } = this
    const fault = faults[name]
    const described = fault ? `${name}-fault` : nothing
    return html`
      <div part="field">
        <label for=${name}>${words[name]}${optional ? html` <small>(${words.optional})</small>` : nothing}</label>
        ${
          type === 'area'
            ? html`<textarea id=${name} name=${name} rows="3" maxlength="2000" aria-describedby=${described}
                aria-invalid=${Boolean(fault)}></textarea>`
            : html`<input id=${name} name=${name} type=${type} autocomplete=${autocomplete ?? 'off'} maxlength="254"
                value=${values[name] ?? ''} aria-required=${!optional} aria-describedby=${described}
                aria-invalid=${Boolean(fault)} />`
        }
        ${fault ? html`<p part="fault" id="${name}-fault">${fault}</p>` : nothing}
      </div>
    `
  }

  #form = () => {
    const { words, problem, sending } = this
    const { intro, send } = this.texts(words)
    return html`
      <form novalidate @submit=${this.#handleSubmit}>
        <p part="intro">${intro}</p>
        ${this.fields.map(this.#field)}
        ${problem ? html`<p part="problem" role="alert">${problem}</p>` : nothing}
        <button part="action action-main" aria-busy=${sending}>${send}</button>
      </form>
    `
  }

  protected override heading(words: FormWords): string {
    return this.texts(words)[this.answer ? 'done' : 'title']
  }

  protected override content(words: FormWords): unknown {
    const { answer } = this
    if (!answer) return this.#form()
    return html`
      <div part="done" role="status" tabindex="-1">${this.done(answer, words)}</div>
      <button part="action" type="button" @click=${this.close}>${words.close}</button>
    `
  }
}
