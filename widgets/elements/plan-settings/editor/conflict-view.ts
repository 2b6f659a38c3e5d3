import { nothing } from 'lit'
import { html } from '../../../base/html.ts'
import { labelOf, valueText } from './describe.ts'
import type { EditorContext } from './editor-context.ts'
import type { Conflict, FieldChange } from './fields.ts'

const oneConflictView = ({ path, mine, theirs }: Conflict, context: EditorContext) => {
  const { words, editor } = context
  const picked = editor.conflict!.picks.get(path)
  const choice = (whose: 'mine' | 'theirs', value: unknown) => html`
    <label part="choice">
      <input type="radio" name="pick-${path}" value=${whose} .checked=${picked === whose} @change=${() => editor.pick(whose, path)} />
      <span><small>${words[whose]}</small> <strong>${valueText(path, value, context)}</strong></span>
    </label>
  `
  return html`
    <div part="conflict" role="radiogroup" aria-label=${labelOf(path, context)}>
      <p>${labelOf(path, context)}</p>
      <div part="pair">${choice('mine', mine)} ${choice('theirs', theirs)}</div>
    </div>
  `
}

const listed = (title: string, changes: readonly FieldChange[], context: EditorContext) =>
  changes.length
    ? html`
      <details>
        <summary>${title}</summary>
        <ul>
          ${changes.map(
            ({ path, before, after }) => html`
              <li>${labelOf(path, context)}: ${valueText(path, before, context)} → <strong>${valueText(path, after, context)}</strong></li>
            `,
          )}
        </ul>
      </details>
    `
    : nothing

/**
 * Two administrators edited at the same time: shows field by field my value and the one on the server.
 *
 * @csspart dispute - all of it
 * @csspart conflict - a field that both changed
 * @csspart choice - one side of it
 */
export const conflictView = (context: EditorContext, drop: (opener: Element) => void): unknown => {
  const { words, editor } = context
  const { conflicts, onlyMine, onlyTheirs, theirs } = editor.conflict!
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
      ${conflicts.map((conflict) => oneConflictView(conflict, context))}
      ${conflicts.length ? nothing : html`<p part="done">${words.noConflict}</p>`}
      ${listed(words.onlyTheirs(onlyTheirs.length), onlyTheirs, context)}
      ${listed(words.onlyMine(onlyMine.length), onlyMine, context)}
      <div part="buttons">
        <button part="action action-quiet" type="button" aria-haspopup="dialog" @click=${(event: Event) => drop(event.currentTarget as Element)}>${words.dropMine}</button>
        <button part="action action-main" type="button" @click=${() => editor.merge()}>${words.merge}</button>
      </div>
    </section>
  `
}
