import { nothing } from 'lit'
import { html } from '../../../base/html.ts'
import { VersionElement } from '../editor/version-element.ts'

export interface Entry {
  path: string
  value: string
  label: string
  type?: 'text' | 'datetime-local'
  mode?: 'decimal' | 'numeric' | 'text'
  placeholder?: string
  /** Its message appears somewhere else, for example below its row. */
  isSilent?: boolean
}

/**
 * A tab of a version, with its fields; the page of the version hears what is typed in them.
 *
 * @csspart fault - what is wrong with a field
 * @csspart missing - what a field still lacks
 * @csspart input - a field to write in
 * @csspart field - a field with its label
 * @csspart tick - a box to tick with its label
 */
export abstract class TabElement extends VersionElement {
  /** The message at a field: its error, or what is missing. */
  protected remarkAt(path: string): { text: string; isFault: boolean } | undefined {
    const { editor, version, words } = this
    const fault = editor.faults.get(path)
    const refused = fault ? words.faults[fault] : editor.review.refused.get(path)
    if (refused) return { text: refused, isFault: true }
    const missing = version.may.edit && editor.missing.find((one) => one.path === path)
    return missing ? { text: missing.message, isFault: false } : undefined
  }

  /** The message below a field. */
  protected remark(path: string): unknown {
    const remark = this.remarkAt(path)
    return remark
      ? html`<p part=${remark.isFault ? 'fault' : 'missing'} id="${path}-said">${remark.text}</p>`
      : nothing
  }

  /** A field without a visible label: the head of its table shows it, and screen readers get it as `aria-label`. */
  protected entry({ label, isSilent, ...entry }: Entry): unknown {
    return html`${this.#input(entry, label)} ${isSilent ? nothing : this.remark(entry.path)}`
  }

  /** A field with its label above it. */
  protected field({ label, ...entry }: Entry): unknown {
    return html`
      <div part="field">
        <label for=${entry.path}>${label}</label>
        ${this.#input(entry)} ${this.remark(entry.path)}
      </div>
    `
  }

  #input(
    { path, value, type = 'text', mode = 'text', placeholder = '' }: Omit<Entry, 'label'>,
    label?: string,
  ) {
    const remark = this.remarkAt(path)
    return html`
      <input part="input" id=${path} data-path=${path} type=${type} inputmode=${mode} .value=${value}
        placeholder=${placeholder} aria-label=${label ?? nothing} autocomplete="off" spellcheck=${label ? 'false' : nothing}
        ?readonly=${!this.editor.mayEdit} aria-invalid=${remark?.isFault ? 'true' : nothing}
        aria-describedby=${remark ? `${path}-said` : nothing} />
    `
  }

  /** A checkbox with its label. */
  protected tick(path: string, isOn: boolean, label: unknown): unknown {
    const isFixed = !this.version.may.edit || Boolean(this.editor.offered)
    return html`
      <label part="tick">
        <input type="checkbox" data-path=${path} .checked=${isOn} ?disabled=${isFixed} />
        <span>${label}</span>
      </label>
    `
  }
}
