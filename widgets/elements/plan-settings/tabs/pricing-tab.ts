/* eslint-disable lit-a11y/no-redundant-role -- on a phone rows become cards, and as blocks they would lose their roles */
import type { Currency, Interval } from '#contract/money'
import { html } from '../../../base/html.ts'
import { amountText, moneyText, readAmount } from '../editor/amount-text.ts'
import { discountOf, discountText, yearFor } from '../editor/discount.ts'
import { TabElement } from './tab-element.ts'

const amountIn = (text: string, currency: Currency) => {
  const read = readAmount(text, currency)
  return 'amount' in read ? read.amount : null
}

/**
 * The price of a plan by month and by year, and the discount between them; a change of one updates the other.
 *
 * @csspart suggestion - the year that the catalogue's own discount would give
 */
export class WaizantSettingsPricing extends TabElement {
  #price(currency: Currency, interval: Interval, title: string) {
    return this.entry({
      path: `prices.${currency}.${interval}`,
      value: this.form.prices[currency]![interval],
      label: `${title}, ${currency}`,
      mode: 'decimal',
      placeholder: '0.00',
    })
  }

  #suggestion(currency: Currency, month: number | null, year: number | null) {
    const { editor, words, vocabulary } = this
    const usual = vocabulary.annualDiscountPercent
    const suggested = month ? yearFor(month, usual * 100) : null
    if (!editor.mayEdit || !suggested || suggested === year || discountOf(month, year) === usual * 100)
      return ''
    return html`<button part="suggestion" type="button" @click=${() => editor.type(`discounts.${currency}`, String(usual))}>${words.suggest(discountText(usual * 100), moneyText(suggested, currency))}</button>`
  }

  #row = (currency: Currency) => {
    const { form, words } = this
    const { month: byMonth, year: byYear } = form.prices[currency]!
    const month = amountIn(byMonth, currency)
    const year = amountIn(byYear, currency)
    const saved = month && year ? month * 12 - year : 0
    const discount = {
      path: `discounts.${currency}`,
      value: form.discounts[currency]!,
      label: `${words.discount}, ${currency}`,
      mode: 'decimal',
    } as const
    return html`
      <tr role="row">
        <th role="rowheader" scope="row">${currency}</th>
        <td role="cell" data-label=${words.monthly}>${this.#price(currency, 'month', words.monthly)}</td>
        <td role="cell" data-label=${words.annual}>
          ${this.#price(currency, 'year', words.annual)} ${this.#suggestion(currency, month, year)}
        </td>
        <td role="cell" data-label="${words.discount} (%)">${this.entry(discount)}</td>
        <td role="cell" part="total" data-label=${words.saves}>${saved > 0 ? `$${amountText(saved)}` : html`<span part="quiet">–</span>`}</td>
      </tr>
    `
  }

  protected override render(): unknown {
    const { vocabulary, words } = this
    return html`
      <section part="card" aria-label=${words.tabs.pricing}>
        <p part="quiet">${words.pricingHint(vocabulary.annualDiscountPercent)}</p>
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
          <tbody role="rowgroup">${vocabulary.currencies.map(this.#row)}</tbody>
        </table>
      </section>
    `
  }
}
