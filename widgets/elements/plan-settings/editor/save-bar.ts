import { nothing } from 'lit'
import { html } from '../../../base/html.ts'
import type { Tab } from '../route.ts'
import { labelOf, valueText } from './describe.ts'
import type { EditorContext } from './editor-context.ts'

export interface SaveBarActions {
  tab: Tab
  show: (path: string) => void
  help: (opener: Element) => void
}

const changesView = (context: EditorContext) => {
  const { editor, words } = context
  const { changes } = editor.draftForm!
  if (!changes.length) return nothing
  return html`
    <details>
      <summary>${words.changed(changes.length)}</summary>
      <ul>
        ${changes.map(
          ({ path, before, after }) => html`
            <li>${labelOf(path, context)}: <s>${valueText(path, before, context)}</s> → <strong>${valueText(path, after, context)}</strong></li>
          `,
        )}
      </ul>
    </details>
  `
}

/**
 * The bar with changes, errors, missing values and the save button; it stays in view.
 *
 * @csspart save-bar - the bar that stays in view
 * @csspart standing - the state of the changes
 * @csspart jump - brings to the first field that needs something; `jump-wrong` where something is wrong
 * @csspart jump-wrong - brings to what is wrong
 */
export const saveBar = (context: EditorContext, { tab, show, help }: SaveBarActions): unknown => {
  const { editor, words, version } = context
  if (!version.may.edit || editor.conflict || editor.offered) return nothing
  if (tab === 'history' && !editor.isDirty) return nothing
  const { missing, isDirty, maySave, busy } = editor
  const [wrong] = editor.wrong
  const isSaving = busy === 'save'
  const mayKeep = editor.mayEdit && isDirty && !wrong && missing.length > 0 && !version.published
  const save = () => {
    if (wrong) show(wrong)
    else if (missing[0]) show(missing[0].path)
    else void editor.save()
  }
  return html`
    <footer part="save-bar" role="group" aria-label=${words.saving}>
      <div part="standing">
        ${isDirty ? nothing : html`<span part="quiet">${words.allSaved}</span>`}
        ${changesView(context)}
        ${wrong ? html`<button part="jump jump-wrong" type="button" @click=${() => show(wrong)}>${words.toCorrect(editor.wrong.length)}</button>` : nothing}
        ${!wrong && missing[0] ? html`<button part="jump" type="button" title=${labelOf(missing[0].path, context)} @click=${() => show(missing[0]!.path)}>${words.stillMissing(missing.length)}</button>` : nothing}
      </div>
      <div part="buttons">
        <button part="action action-quiet" type="button" aria-haspopup="dialog" @click=${(event: Event) => help(event.currentTarget as Element)}>${words.shortcuts}</button>
        ${isDirty ? html`<button part="action action-quiet" type="button" ?disabled=${isSaving} @click=${() => editor.discard()}>${words.discard}</button>` : nothing}
        ${mayKeep || (isSaving && missing.length) ? html`<button part="action" type="button" aria-busy=${isSaving} @click=${() => void editor.save(true)}>${words.saveDraft}</button>` : nothing}
        <button part="action action-main" type="button" aria-disabled=${!maySave && !isSaving} aria-busy=${isSaving}
          title=${maySave ? words.saveKeys : words.saveWhen} @click=${save}>${words.save}</button>
      </div>
    </footer>
  `
}
