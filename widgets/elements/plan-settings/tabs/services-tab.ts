/* eslint-disable lit-a11y/no-redundant-role -- on a phone rows become cards, and as blocks they would lose their roles */
import { nothing } from 'lit'
import { html } from '../../../base/html.ts'
import { nameIn } from '../views/names.ts'
import { TabElement } from './tab-element.ts'

/** The services that are charged per unit used. */
export class WaizantSettingsServices extends TabElement {
  #row = ({ id }: { id: string }) => {
    const { vocabulary, form, words, language } = this
    const name = nameIn(vocabulary.services, id, language)
    const isSold = Boolean(form.sold[id])
    return html`
      <tr role="row">
        <th role="rowheader" scope="row">${this.tick(`sold.${id}`, isSold, name)}</th>
        ${vocabulary.currencies.map(
          (currency) => html`
            <td role="cell" data-label="${words.unit} · ${currency}">
              ${
                isSold
                  ? this.entry({
                      path: `services.${id}.${currency}`,
                      value: form.services[id]![currency]!,
                      label: `${name}, ${words.unit}, ${currency}`,
                      mode: 'decimal',
                    })
                  : nothing
              }
            </td>
          `,
        )}
      </tr>
    `
  }

  protected override render(): unknown {
    const { vocabulary, words } = this
    const { currencies, services } = vocabulary
    if (!services.length) return html`<p part="empty">${words.noServices}</p>`
    return html`
      <section part="card" aria-label=${words.tabs.services}>
        <p part="quiet">${words.servicesHint}</p>
        <table part="grid grid-cards" role="table" aria-label=${words.tabs.services}>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">${words.service}</th>
              ${currencies.map((currency) => html`<th role="columnheader" scope="col" part="number">${words.unit} · ${currency}</th>`)}
            </tr>
          </thead>
          <tbody role="rowgroup">${services.map(this.#row)}</tbody>
        </table>
      </section>
    `
  }
}
