/* eslint-disable lit-a11y/no-redundant-role -- on a phone rows become cards, and as blocks they would lose their roles */
import { html } from '../../../base/html.ts'
import { amountText, moneyText, readAmount } from '../editor/amount-text.ts'
import { discountOf, discountText, yearFor } from '../editor/discount.ts'
import type { EditorContext } from '../editor/editor-context.ts'
import { entry } from '../editor/entry.ts'

/**
 * The price of a plan by month and by year, and the discount between them; a change of one updates the other.
 *
 * @csspart suggestion - the year that the catalogue's own discount would give
 */
export const pricingTab = (context: EditorContext): unknown => {
  const { vocabulary, form, words, editor } = context
  const { currencies, annualDiscountPercent: usual } = vocabulary
  const amount = (text: string, currency: 'MXN' | 'USD') => {
    const read = readAmount(text, currency)
    return 'amount' in read ? read.amount : null
  }
  return html`
    <section part="card" aria-label=${words.tabs.pricing}>
      <p part="quiet">${words.pricingHint(usual)}</p>
      <table part="grid grid-cards" role="table" aria-label=${words.tabs.pricing}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">${words.currency}</th>
            <th role="columnheader" scope="col" part="number">${words.monthly}</th>
            <th role="columnheader" scope="col" part="number">${words.annual}</th>
            <th role="columnheader" scope="col" part="number">${words.discount} (%)</th>
            <th role="columnheader" scope="col" part="total">${words.saves}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${currencies.map((currency) => {
            const prices = form.prices[currency]!
            const month = amount(prices.month, currency)
            const year = amount(prices.year, currency)
            const saved = month && year ? month * 12 - year : 0
            const suggested = month ? yearFor(month, usual * 100) : null
            const suggest = () => editor.type(`discounts.${currency}`, String(usual))
            return html`
              <tr role="row">
                <th role="rowheader" scope="row">${currency}</th>
                <td role="cell" data-label=${words.monthly}>${entry(context, { path: `prices.${currency}.month`, value: prices.month, label: `${words.monthly}, ${currency}`, mode: 'decimal', placeholder: '0.00' })}</td>
                <td role="cell" data-label=${words.annual}>
                  ${entry(context, { path: `prices.${currency}.year`, value: prices.year, label: `${words.annual}, ${currency}`, mode: 'decimal', placeholder: '0.00' })}
                  ${
                    editor.mayEdit &&
                    suggested &&
                    suggested !== year &&
                    discountOf(month, year) !== usual * 100
                      ? html`<button part="suggestion" type="button" @click=${suggest}>${words.suggest(discountText(usual * 100), moneyText(suggested, currency))}</button>`
                      : ''
                  }
                </td>
                <td role="cell" data-label="${words.discount} (%)">${entry(context, { path: `discounts.${currency}`, value: form.discounts[currency]!, label: `${words.discount}, ${currency}`, mode: 'decimal' })}</td>
                <td role="cell" part="total" data-label=${words.saves}>${saved > 0 ? `$${amountText(saved)}` : html`<span part="quiet">–</span>`}</td>
              </tr>
            `
          })}
        </tbody>
      </table>
    </section>
  `
}
