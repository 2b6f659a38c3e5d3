import { nothing } from 'lit'
import { html } from '../../../base/html.ts'
import { ageText } from './dates.ts'
import { carryOver, type Draft } from './draft.ts'
import { VersionElement } from './version-element.ts'

/**
 * What to know before editing a version: unsaved work of an earlier visit, or that it has been sold.
 *
 * @csspart offer - something to decide first; `offer-calm` something to know
 */
export class WaizantSettingsVersionNotices extends VersionElement {
  /** Moves what was typed to a new version. */
  #handleCarry = async ({ currentTarget }: Event) => {
    const { editor, office } = this
    const form = editor.offered?.form ?? this.form
    await this.copy(currentTarget as Element, (version) => {
      carryOver(office.speaker.api, form, version)
      editor.discard()
    })
  }

  #carry() {
    return html`<button part="action action-main" type="button" @click=${this.#handleCarry}>${this.words.carry}</button>`
  }

  #offer({ at, etag }: Draft) {
    const { words, language, version, editor } = this
    const age = ageText(at, language)
    return html`
      <div part="offer" role="alert">
        <p>${version.may.edit ? words.offered(age) : words.offeredSold(age)}
          ${version.may.edit && etag !== version.etag ? words.offeredNewer : nothing}</p>
        <div part="row">
          ${
            version.may.edit
              ? html`<button part="action action-main" type="button" @click=${() => editor.recover()}>${words.recover}</button>`
              : this.#carry()
          }
          <button part="action action-quiet" type="button" aria-haspopup="dialog" @click=${this.handleDrop}>${words.discardOffered}</button>
        </div>
      </div>
    `
  }

  protected override render(): unknown {
    const { editor, version, words } = this
    if (editor.offered) return this.#offer(editor.offered)
    if (!version.sold) return nothing
    return html`
      <div part="offer offer-calm">
        <p><strong>${words.sold}</strong> ${words.soldHint(version.subscribers)}</p>
        <div part="row">
          ${editor.isDirty ? this.#carry() : html`<button part="action" type="button" @click=${this.handleCopy}>${words.copy}</button>`}
        </div>
      </div>
    `
  }
}
