import { nothing } from 'lit'
import type { HistoryEntry, VersionHistory } from '#contract/plan-settings'
import { html } from '../../../base/html.ts'
import { ageText, whenText } from '../editor/dates.ts'
import { labelOf, valueText } from '../editor/describe.ts'
import type { EditorContext } from '../editor/editor-context.ts'
import { table } from '../pages/table.ts'

const shownAtOnce = 6

const changesView = ({ action, changes }: HistoryEntry, context: EditorContext) => {
  const { words } = context
  if (action === 'delete') return nothing
  const told = ({ path, before, after }: (typeof changes)[number]) => [
    labelOf(path, context),
    valueText(path, before, context),
    valueText(path, after, context),
  ]
  // Skips a change that looks equal before and after, such as two times within one minute.
  const rows = changes.map(told).filter(([, before, after]) => before !== after)
  if (!rows.length) return nothing
  const view = table(
    words.changesOf,
    [{ title: words.fieldName }, { title: words.before }, { title: words.after }],
    rows,
  )
  return rows.length > shownAtOnce || action === 'create'
    ? html`<details><summary>${words.seeChanges(rows.length)}</summary>${view}</details>`
    : view
}

/**
 * Who changed what and when, with the previous values.
 *
 * @csspart history - the list of changes
 * @csspart change - one of them
 */
export const historyTab = (history: VersionHistory | undefined, context: EditorContext): unknown => {
  const { words, language } = context
  if (!history) return html`<i part="skeleton"></i>`
  if (!history.entries.length) return html`<p part="empty">${words.noHistory}</p>`
  return html`
    <ol part="history">
      ${history.entries.map(
        (one) => html`
          <li part="change">
            <p>
              <strong>${one.actor}</strong> ${words.did[one.action]}
              <time part="quiet" datetime=${one.at}>${whenText(one.at, language)} · ${ageText(Date.parse(one.at), language)}</time>
            </p>
            ${changesView(one, context)}
          </li>
        `,
      )}
    </ol>
  `
}
