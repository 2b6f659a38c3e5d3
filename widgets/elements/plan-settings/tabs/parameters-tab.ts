import { nothing } from 'lit'
import type { Currency, Interval } from '#contract/money'
import { html } from '../../../base/html.ts'
import { amountText, largestAmount, readAmount, readCount } from '../editor/amount-text.ts'
import { type EditorContext, nameIn } from '../editor/editor-context.ts'
import { entry, field, remarkAt, remarkView, tick } from '../editor/entry.ts'
import type { Row } from '../editor/form.ts'
import { addRow, deleteRow } from './grid.ts'

const totalText = ({ quantity, unit }: Row, currency: Currency): string | undefined => {
  const count = readCount(quantity)
  const read = readAmount(unit, currency)
  const amount = 'amount' in read ? read.amount : null
  const total = count && amount ? count * amount : 0
  return total && total <= largestAmount ? `$${amountText(total)}` : undefined
}

const rowView = (context: EditorContext, path: string, row: Row, index: number, currency: Currency) => {
  const { words, editor } = context
  const at = `${path}.${index}`
  const mayEdit = editor.version?.may.edit
  const cell = (column: 'quantity' | 'unit', mode: 'numeric' | 'decimal') =>
    entry(context, {
      path: `${at}.${column}`,
      value: row[column],
      label: `${words[column]}, ${words.row(index + 1)}`,
      mode,
      isSilent: true,
    })
  const said = (['quantity', 'unit'] as const)
    .map((column) => `${at}.${column}`)
    .filter((one) => remarkAt(context, one))
  return html`
    <tr>
      <td>${cell('quantity', 'numeric')}</td>
      <td>${cell('unit', 'decimal')}</td>
      <td part="total">${totalText(row, currency) ?? html`<span part="quiet">–</span>`}</td>
      ${
        mayEdit
          ? html`<td part="side">
              <button part="icon" type="button" aria-label=${words.deleteRow(index + 1)} title=${words.deleteRow(index + 1)}
                @click=${(event: Event) => deleteRow(editor, path, index, event.currentTarget as Element)}>×</button>
            </td>`
          : nothing
      }
    </tr>
    ${said.length ? html`<tr part="said" ?data-fault=${said.some((one) => remarkAt(context, one)?.isFault)}><td colspan="4">${said.map((one) => remarkView(context, one))}</td></tr>` : nothing}
  `
}

const tableView = (context: EditorContext, id: string, currency: Currency, interval: Interval) => {
  const { form, words, editor, language, vocabulary } = context
  const path = `parameters.${id}.packages.${currency}.${interval}`
  const rows = form.parameters[id]!.packages[currency]![interval]
  const title = `${words[interval]} · ${currency}`
  return html`
    <div part="packages">
      <h4>${title}</h4>
      ${
        rows.length
          ? html`
            <table part="grid" aria-label="${nameIn(vocabulary.parameters, id, language)} · ${title}">
              <thead>
                <tr>
                  <th scope="col" part="number">${words.quantity}</th>
                  <th scope="col" part="number">${words.unit}</th>
                  <th scope="col" part="total">${words.total}</th>
                  ${editor.version?.may.edit ? html`<td part="side"></td>` : nothing}
                </tr>
              </thead>
              <tbody>${rows.map((row, index) => rowView(context, path, row, index, currency))}</tbody>
            </table>
          `
          : html`<p part="quiet" data-path=${path} tabindex="-1">${words.noPackages}</p>`
      }
      ${remarkView(context, path)}
      ${
        editor.version?.may.edit
          ? html`<button part="action action-quiet" type="button" ?disabled=${!editor.mayEdit}
              @click=${(event: Event) => addRow(editor, path, rows.length - 1, event.target as Element)}>${words.addRow}</button>`
          : nothing
      }
    </div>
  `
}

/**
 * The parameters of a plan: how many are included, and the packages of more, by month and by year.
 *
 * @csspart short - a field that needs little room
 * @csspart packages - a table of packages with its title
 * @csspart grid - a table to write in; `grid-cards` becomes cards on a phone
 * @csspart said - what is said of a row, below it
 * @csspart total - amounts that follow from others
 * @csspart number - the head of a column of numbers
 * @csspart side - the column of the buttons
 * @csspart icon - a small button that shows a sign
 */
export const parametersTab = (context: EditorContext): unknown => {
  const { vocabulary, form, words, language } = context
  if (!vocabulary.parameters.length) return html`<p part="empty">${words.noParameters}</p>`
  return vocabulary.parameters.map(({ id }) => {
    const parameter = form.parameters[id]!
    const name = nameIn(vocabulary.parameters, id, language)
    return html`
      <section part="card" aria-label=${name}>
        <header part="card-head"><h3>${tick(context, `parameters.${id}.on`, parameter.on, name)}</h3></header>
        ${
          parameter.on
            ? html`
              <div part="short">
                ${field(context, { path: `parameters.${id}.included`, value: parameter.included, label: words.includedFree, mode: 'numeric' })}
              </div>
              ${vocabulary.currencies.map(
                (currency) => html`
                  <div part="pair">${(['month', 'year'] as const).map((interval) => tableView(context, id, currency, interval))}</div>
                `,
              )}
            `
            : html`<p part="quiet">${words.parameterOff}</p>`
        }
      </section>
    `
  })
}
