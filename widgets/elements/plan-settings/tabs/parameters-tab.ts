import { nothing } from 'lit'
import type { Currency, Interval } from '#contract/money'
import { html } from '../../../base/html.ts'
import { amountText, largestAmount, readAmount, readCount } from '../editor/amount-text.ts'
import type { Row } from '../editor/form.ts'
import { addRow, deleteRow } from '../editor/sheet.ts'
import { nameIn } from '../views/names.ts'
import { TabElement } from './tab-element.ts'

const totalText = ({ quantity, unit }: Row, currency: Currency): string | undefined => {
  const count = readCount(quantity)
  const read = readAmount(unit, currency)
  const amount = 'amount' in read ? read.amount : null
  const total = count && amount ? count * amount : 0
  return total && total <= largestAmount ? `$${amountText(total)}` : undefined
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
export class WaizantSettingsParameters extends TabElement {
  #row(path: string, row: Row, index: number, currency: Currency) {
    const { words, editor, version } = this
    const at = `${path}.${index}`
    const cell = (column: 'quantity' | 'unit', mode: 'numeric' | 'decimal') =>
      this.entry({
        path: `${at}.${column}`,
        value: row[column],
        label: `${words[column]}, ${words.row(index + 1)}`,
        mode,
        isSilent: true,
      })
    const said = [`${at}.quantity`, `${at}.unit`].filter((one) => this.remarkAt(one))
    return html`
      <tr>
        <td>${cell('quantity', 'numeric')}</td>
        <td>${cell('unit', 'decimal')}</td>
        <td part="total">${totalText(row, currency) ?? html`<span part="quiet">–</span>`}</td>
        ${
          version.may.edit
            ? html`<td part="side">
                <button part="icon" type="button" aria-label=${words.deleteRow(index + 1)} title=${words.deleteRow(index + 1)}
                  @click=${() => deleteRow(editor, path, index)}>×</button>
              </td>`
            : nothing
        }
      </tr>
      ${said.length ? html`<tr part="said" ?data-fault=${said.some((one) => this.remarkAt(one)?.isFault)}><td colspan="4">${said.map((one) => this.remark(one))}</td></tr>` : nothing}
    `
  }

  #table(id: string, currency: Currency, interval: Interval) {
    const { form, words, editor, language, vocabulary, version } = this
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
                    ${version.may.edit ? html`<td part="side"></td>` : nothing}
                  </tr>
                </thead>
                <tbody>${rows.map((row, index) => this.#row(path, row, index, currency))}</tbody>
              </table>
            `
            : html`<p part="quiet" data-path=${path} tabindex="-1">${words.noPackages}</p>`
        }
        ${this.remark(path)}
        ${
          version.may.edit
            ? html`<button part="action action-quiet" type="button" ?disabled=${!editor.mayEdit}
                @click=${() => addRow(editor, path, rows.length - 1)}>${words.addRow}</button>`
            : nothing
        }
      </div>
    `
  }

  #parameter = ({ id }: { id: string }) => {
    const { vocabulary, form, words, language } = this
    const { on, included } = form.parameters[id]!
    const name = nameIn(vocabulary.parameters, id, language)
    const path = `parameters.${id}`
    const field = {
      path: `${path}.included`,
      value: included,
      label: words.includedFree,
      mode: 'numeric',
    } as const
    return html`
      <section part="card" aria-label=${name}>
        <header part="card-head"><h3>${this.tick(`${path}.on`, on, name)}</h3></header>
        ${
          on
            ? html`
              <div part="short">${this.field(field)}</div>
              ${vocabulary.currencies.map(
                (currency) => html`
                  <div part="pair">${this.#table(id, currency, 'month')} ${this.#table(id, currency, 'year')}</div>
                `,
              )}
            `
            : html`<p part="quiet">${words.parameterOff}</p>`
        }
      </section>
    `
  }

  protected override render(): unknown {
    const { vocabulary, words } = this
    if (!vocabulary.parameters.length) return html`<p part="empty">${words.noParameters}</p>`
    return vocabulary.parameters.map(this.#parameter)
  }
}
