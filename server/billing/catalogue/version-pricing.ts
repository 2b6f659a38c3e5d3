import type { Locale } from '#contract/locale'
import type { Currency } from '#contract/money'
import type { PlanVersionContent, PricingRow, VersionCheck } from '#contract/plan-settings'
import { yearSavings } from '#contract/savings'
import { formatMoney } from '../money/format.ts'
import { packageTables } from './version-content.ts'

/** Prices by currency with derived figures: their annual discount, and the annual price with the usual discount. */
export const pricingOf = (
  { prices }: Pick<PlanVersionContent, 'prices'>,
  annualDiscountPercent: number,
  locale: Locale,
): PricingRow[] =>
  Object.entries(prices).map(([code, { month, year }]) => {
    const currency = code as Currency
    const money = (amount: number | null) => (amount === null ? null : formatMoney(amount, currency, locale))
    const savings = yearSavings(money(month), money(year))
    return {
      currency,
      month: money(month),
      year: money(year),
      discountPercent: month && year ? discountPercent(month, year) : null,
      savings: savings && money(savings.amount),
      suggestedYear: money(month && yearAt(month, annualDiscountPercent)),
    }
  })

/** The discount of a year against twelve months, in per cent with two decimals. */
const discountPercent = (month: number, year: number): number =>
  Math.round(((month * 12 - year) * 10_000) / (month * 12)) / 100

/** Twelve months less a discount, to the nearest cent. */
const yearAt = (month: number, percent: number): number => Math.round((month * 12 * (100 - percent)) / 100)

/** Package tables with the total of each row; empty ones are left out. */
export const pricedPackages = (content: PlanVersionContent, locale: Locale): VersionCheck['packages'] =>
  packageTables(content)
    .filter(({ rows }) => rows.length > 0)
    .map(({ parameter, currency, interval, rows }) => ({
      parameter,
      currency,
      interval,
      rows: rows.map(({ quantity, unit }) => ({
        quantity,
        unit: formatMoney(unit, currency, locale),
        total: formatMoney(unit * quantity, currency, locale),
      })),
    }))
