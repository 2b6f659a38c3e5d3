import { nothing } from 'lit'
import { html } from '../../base/html.ts'
import type { Bench } from './bench.ts'
import { labelOf, valueText } from './describe.ts'
import type { Conflict, FieldChange } from './fields.ts'

const conflictView = ({ path, mine, theirs }: Conflict, bench: Bench) => {
  const { words, editor } = bench
  const picked = editor.dispute!.picks.get(path)
  const choice = (whose: 'mine' | 'theirs', value: unknown) => html`
    <label part="choice">
      <input type="radio" name="pick-${path}" value=${whose} .checked=${picked === whose} @change=${() => editor.pick(whose, path)} />
      <span><small>${words[whose]}</small> <strong>${valueText(path, value, bench)}</strong></span>
    </label>
  `
  return html`
    <div part="conflict" role="radiogroup" aria-label=${labelOf(path, bench)}>
      <p>${labelOf(path, bench)}</p>
      <div part="pair">${choice('mine', mine)} ${choice('theirs', theirs)}</div>
    </div>
  `
}

const listed = (title: string, changes: readonly FieldChange[], bench: Bench) =>
  changes.length
    ? html`
      <details>
        <summary>${title}</summary>
        <ul>
          ${changes.map(
            ({ path, before, after }) => html`
              <li>${labelOf(path, bench)}: ${valueText(path, before, bench)} → <strong>${valueText(path, after, bench)}</strong></li>
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
export const disputeView = (bench: Bench, drop: (opener: Element) => void): unknown => {
  const { words, editor } = bench
  const { conflicts, onlyMine, onlyTheirs, theirs } = editor.dispute!
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
      ${conflicts.map((conflict) => conflictView(conflict, bench))}
      ${conflicts.length ? nothing : html`<p part="done">${words.noConflict}</p>`}
      ${listed(words.onlyTheirs(onlyTheirs.length), onlyTheirs, bench)}
      ${listed(words.onlyMine(onlyMine.length), onlyMine, bench)}
      <div part="buttons">
        <button part="action action-quiet" type="button" aria-haspopup="dialog" @click=${(event: Event) => drop(event.currentTarget as Element)}>${words.dropMine}</button>
        <button part="action action-main" type="button" @click=${() => editor.merge()}>${words.merge}</button>
      </div>
    </section>
  `
}
