import { nothing } from 'lit'
import { html } from '../../../base/html.ts'
import { labelOf, valueText } from './describe.ts'
import { VersionElement } from './version-element.ts'

/**
 * The bar with changes, errors, missing values and the save button; it stays in view.
 *
 * @csspart save-bar - the bar that stays in view
 * @csspart standing - the state of the changes
 * @csspart jump - brings to the first field that needs something; `jump-wrong` where something is wrong
 * @csspart jump-wrong - brings to what is wrong
 */
export class WaizantSettingsSaveBar extends VersionElement {
  #handleSave = () => {
    const { editor } = this
    const first = editor.wrong[0] ?? editor.missing[0]?.path
    if (first) editor.show(first)
    else void editor.save()
  }

  #handleHelp = async ({ currentTarget }: Event) => {
    const { host } = this.office
    const { openKeys } = await import('../dialogs/keys-dialog.ts')
    openKeys(host.renderRoot as ShadowRoot, { api: host.server, opener: currentTarget as Element })
  }

  #changes() {
    const { changes } = this.editor.draftForm!
    if (!changes.length) return nothing
    return html`
      <details>
        <summary>${this.words.changed(changes.length)}</summary>
        <ul>
          ${changes.map(
            ({ path, before, after }) => html`
              <li>${labelOf(path, this)}: <s>${valueText(path, before, this)}</s> → <strong>${valueText(path, after, this)}</strong></li>
            `,
          )}
        </ul>
      </details>
    `
  }

  #standing() {
    const { editor, words } = this
    const { missing, wrong, isDirty } = editor
    const [error] = wrong
    const [gap] = missing
    return html`
      <div part="standing">
        ${isDirty ? nothing : html`<span part="quiet">${words.allSaved}</span>`}
        ${this.#changes()}
        ${error ? html`<button part="jump jump-wrong" type="button" @click=${() => editor.show(error)}>${words.toCorrect(wrong.length)}</button>` : nothing}
        ${!error && gap ? html`<button part="jump" type="button" title=${labelOf(gap.path, this)} @click=${() => editor.show(gap.path)}>${words.stillMissing(missing.length)}</button>` : nothing}
      </div>
    `
  }

  protected override render(): unknown {
    const { editor, words, version, route } = this
    const { missing, wrong, isDirty, mayEdit, maySave, busy } = editor
    if (!version.may.edit || editor.conflict || editor.offered) return nothing
    if (route.tab === 'history' && !isDirty) return nothing
    const isSaving = busy === 'save'
    const mayKeep = mayEdit && isDirty && !wrong.length && missing.length > 0 && !version.published
    return html`
      <footer part="save-bar" role="group" aria-label=${words.saving}>
        ${this.#standing()}
        <div part="buttons">
          <button part="action action-quiet" type="button" aria-haspopup="dialog" @click=${this.#handleHelp}>${words.shortcuts}</button>
          ${isDirty ? html`<button part="action action-quiet" type="button" ?disabled=${isSaving} @click=${() => editor.discard()}>${words.discard}</button>` : nothing}
          ${mayKeep || (isSaving && missing.length) ? html`<button part="action" type="button" aria-busy=${isSaving} @click=${() => void editor.save(true)}>${words.saveDraft}</button>` : nothing}
          <button part="action action-main" type="button" aria-disabled=${!maySave && !isSaving} aria-busy=${isSaving}
            title=${maySave ? words.saveKeys : words.saveWhen} @click=${this.#handleSave}>${words.save}</button>
        </div>
      </footer>
    `
  }
}
