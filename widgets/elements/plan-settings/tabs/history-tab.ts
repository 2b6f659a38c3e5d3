import { nothing } from 'lit'
import type { HistoryEntry, VersionHistory } from '#contract/plan-settings'
import { html } from '../../../base/html.ts'
import { ageText, whenText } from '../editor/dates.ts'
import { labelOf, valueText } from '../editor/describe.ts'
import { VersionElement } from '../editor/version-element.ts'
import { type Column, table } from '../views/table.ts'

const shownAtOnce = 6

/**
 * Who changed what and when, with the previous values.
 *
 * @csspart history - the list of changes
 * @csspart change - one of them
 */
export class WaizantSettingsHistory extends VersionElement {
  #changes({ action, changes }: HistoryEntry) {
    const { words } = this
    if (action === 'delete') return nothing
    const rows = changes
      .map(({ path, before, after }) => ({
        label: labelOf(path, this),
        before: valueText(path, before, this),
        after: valueText(path, after, this),
      }))
      // Skips a change that looks equal before and after, such as two times within one minute.
      .filter(({ before, after }) => before !== after)
    if (!rows.length) return nothing
    const columns: Column<(typeof rows)[number]>[] = [
      { title: words.fieldName, cell: ({ label }) => label },
      { title: words.before, cell: ({ before }) => before },
      { title: words.after, cell: ({ after }) => after },
    ]
    const view = table(words.changesOf, columns, rows)
    return rows.length > shownAtOnce || action === 'create'
      ? html`<details><summary>${words.seeChanges(rows.length)}</summary>${view}</details>`
      : view
  }

  protected override render(): unknown {
    const { words, language, office, editor } = this
    const { value } = this.stores.read(office.resources.at<VersionHistory>(`${editor.path}/history`))
    if (!value) return html`<i part="skeleton"></i>`
    if (!value.entries.length) return html`<p part="empty">${words.noHistory}</p>`
    return html`
      <ol part="history">
        ${value.entries.map(
          (one) => html`
            <li part="change">
              <p>
                <strong>${one.actor}</strong> ${words.did[one.action]}
                <time part="quiet" datetime=${one.at}>${whenText(one.at, language)} · ${ageText(Date.parse(one.at), language)}</time>
              </p>
              ${this.#changes(one)}
            </li>
          `,
        )}
      </ol>
    `
  }
}
