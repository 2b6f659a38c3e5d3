import { nothing } from 'lit'
import { html } from '../../../base/html.ts'
import type { EditorContext } from './editor-context.ts'

/** The message at a field: its error, or what is missing. */
export const remarkAt = (
  { editor, words }: EditorContext,
  path: string,
): { text: string; isFault: boolean } | undefined => {
  const fault = editor.faults.get(path)
  const refused = fault ? words.faults[fault] : editor.review.refused.get(path)
  if (refused) return { text: refused, isFault: true }
  const missing = editor.version?.may.edit && editor.missing.find((one) => one.path === path)
  return missing ? { text: missing.message, isFault: false } : undefined
}

/**
 * The message below a field.
 *
 * @csspart fault - what is wrong with a field
 * @csspart missing - what a field still lacks
 */
export const remarkView = (context: EditorContext, path: string) => {
  const remark = remarkAt(context, path)
  return remark
    ? html`<p part=${remark.isFault ? 'fault' : 'missing'} id="${path}-said">${remark.text}</p>`
    : nothing
}

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
 * A field without a visible label: the head of its table shows it, and screen readers get it as `aria-label`.
 *
 * @csspart input - a field to write in
 */
export const entry = (
  context: EditorContext,
  { path, value, label, type = 'text', mode = 'text', placeholder = '', isSilent }: Entry,
) => {
  const remark = remarkAt(context, path)
  return html`
    <input part="input" id=${path} data-path=${path} type=${type} inputmode=${mode} .value=${value}
      placeholder=${placeholder} aria-label=${label} autocomplete="off" spellcheck="false"
      ?readonly=${!context.editor.mayEdit} aria-invalid=${remark?.isFault ? 'true' : nothing}
      aria-describedby=${remark ? `${path}-said` : nothing} />
    ${isSilent ? nothing : remarkView(context, path)}
  `
}

/**
 * A field with its label above it.
 *
 * @csspart field - a field with its label
 */
export const field = (
  context: EditorContext,
  { path, value, label, type = 'text', mode = 'text', placeholder = '' }: Entry,
) => {
  const remark = remarkAt(context, path)
  return html`
    <div part="field">
      <label for=${path}>${label}</label>
      <input part="input" id=${path} data-path=${path} type=${type} inputmode=${mode} .value=${value}
        placeholder=${placeholder} autocomplete="off" ?readonly=${!context.editor.mayEdit}
        aria-invalid=${remark?.isFault ? 'true' : nothing}
        aria-describedby=${remark ? `${path}-said` : nothing} />
      ${remarkView(context, path)}
    </div>
  `
}

/**
 * A checkbox with its label.
 *
 * @csspart tick - a box to tick with its label
 */
export const tick = (context: EditorContext, path: string, isOn: boolean, label: unknown) => html`
  <label part="tick">
    <input type="checkbox" data-path=${path} .checked=${isOn} ?disabled=${!context.version.may.edit || Boolean(context.editor.offered)} />
    <span>${label}</span>
  </label>
`
