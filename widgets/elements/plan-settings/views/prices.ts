import type { PricingRow } from '#contract/plan-settings'
import { html } from '../../../base/html.ts'
import type { OfficeWords } from '../../../i18n/es-mx/office.ts'

/**
 * The prices of a version, by currency.
 *
 * @csspart prices - what it costs
 * @csspart amount - one price
 */
export const pricesView = (pricing: readonly PricingRow[], words: OfficeWords) => {
  const priced = pricing.filter(({ month, year }) => month ?? year)
  return priced.length
    ? html`<ul part="prices">
        ${priced.map(
          ({ currency, month, year, discountPercent }) => html`
          <li>
            ${[month, year].some((price) => price?.text?.includes(currency)) ? '' : html`<span part="quiet">${currency}</span>`}
            <span part="amount">${month?.text ?? words.nothing} <span part="quiet">/ ${words.monthShort}</span></span>
            <span part="amount">${year?.text ?? words.nothing} <span part="quiet">/ ${words.yearShort}</span></span>
            ${discountPercent ? html`<span part="quiet">−${discountPercent} %</span>` : ''}
          </li>
        `,
        )}
      </ul>`
    : html`<span part="quiet">${words.noPrice}</span>`
}
