/* eslint-disable lit-a11y/no-redundant-role -- on a phone rows become cards, and as blocks they would lose their roles */
import { nothing } from 'lit'
import { html } from '../../../base/html.ts'
import { type EditorContext, nameIn } from '../editor/editor-context.ts'
import { entry, tick } from '../editor/entry.ts'

/** The services that are charged per unit used. */
export const servicesTab = (context: EditorContext): unknown => {
  const { vocabulary, form, words, language } = context
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
        <tbody role="rowgroup">
          ${services.map(({ id }) => {
            const name = nameIn(services, id, language)
            return html`
              <tr role="row">
                <th role="rowheader" scope="row">${tick(context, `sold.${id}`, Boolean(form.sold[id]), name)}</th>
                ${currencies.map(
                  (currency) => html`
                    <td role="cell" data-label="${words.unit} · ${currency}">
                      ${
                        form.sold[id]
                          ? entry(context, {
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
          })}
        </tbody>
      </table>
    </section>
  `
}
