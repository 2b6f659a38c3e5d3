import { nothing } from 'lit'
import { html } from '../../../base/html.ts'
import { labelOf, valueText } from './describe.ts'
import type { Conflict, FieldChange } from './fields.ts'
import { VersionElement } from './version-element.ts'

/**
 * Two administrators edited at the same time: shows field by field my value and the one on the server.
 *
 * @csspart dispute - all of it
 * @csspart conflict - a field that both changed
 * @csspart choice - one side of it
 */
export class WaizantSettingsConflict extends VersionElement {
  #conflict = ({ path, mine, theirs }: Conflict) => {
    const { words, editor } = this
    const picked = editor.conflict!.picks.get(path)
    const choice = (whose: 'mine' | 'theirs', value: unknown) => html`
      <label part="choice">
        <input type="radio" name="pick-${path}" value=${whose} .checked=${picked === whose} @change=${() => editor.pick(whose, path)} />
        <span><small>${words[whose]}</small> <strong>${valueText(path, value, this)}</strong></span>
      </label>
    `
    return html`
      <div part="conflict" role="radiogroup" aria-label=${labelOf(path, this)}>
        <p>${labelOf(path, this)}</p>
        <div part="pair">${choice('mine', mine)} ${choice('theirs', theirs)}</div>
      </div>
    `
  }

  #changes(title: string, changes: readonly FieldChange[]) {
    if (!changes.length) return nothing
    return html`
      <details>
        <summary>${title}</summary>
        <ul>
          ${changes.map(
            ({ path, before, after }) => html`
              <li>${labelOf(path, this)}: ${valueText(path, before, this)} → <strong>${valueText(path, after, this)}</strong></li>
            `,
          )}
        </ul>
      </details>
    `
  }

  protected override render(): unknown {
    const { words, editor } = this
    if (!editor.conflict) return nothing
    const { conflicts, onlyMine, onlyTheirs, theirs } = editor.conflict
    return html`
      <section part="card dispute" aria-labelledby="dispute">
        <h3 id="dispute" tabindex="-1" data-path="dispute">${words.disputeTitle}</h3>
        <p>${words.disputeLead(theirs.changedBy ?? words.somebody)}</p>
        ${
          conflicts.length > 1
            ? html`
              <div part="row">
                <button part="action action-quiet" type="button" @click=${() => editor.pick('mine')}>${words.allMine}</button>
                <button part="action action-quiet" type="button" @click=${() => editor.pick('theirs')}>${words.allTheirs}</button>
              </div>
            `
            : nothing
        }
        ${conflicts.map(this.#conflict)}
        ${conflicts.length ? nothing : html`<p part="done">${words.noConflict}</p>`}
        ${this.#changes(words.onlyTheirs(onlyTheirs.length), onlyTheirs)}
        ${this.#changes(words.onlyMine(onlyMine.length), onlyMine)}
        <div part="buttons">
          <button part="action action-quiet" type="button" aria-haspopup="dialog" @click=${this.handleDrop}>${words.dropMine}</button>
          <button part="action action-main" type="button" @click=${() => editor.merge()}>${words.merge}</button>
        </div>
      </section>
    `
  }
}
