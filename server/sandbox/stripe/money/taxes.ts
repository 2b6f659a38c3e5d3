import type { TaxRate } from '../kinds.ts'
import { share } from './share.ts'

export interface LineTax {
  amount: number
  tax_behavior: 'exclusive' | 'inclusive'
  tax_rate_details: { tax_rate: string }
  taxability_reason: 'standard_rated' | 'not_available'
  taxable_amount: number
  type: 'tax_rate_details'
}

/** The taxes of one line, each rounded by itself; an inclusive tax is part of the amount. */
export const taxesOf = (amount: number, rates: TaxRate[]): LineTax[] => {
  const inclusive = rates.filter((rate) => rate.inclusive).reduce((sum, rate) => sum + scaled(rate), 0)
  const net = inclusive ? share(amount, WHOLE, WHOLE + inclusive) : amount
  return rates.map((rate) => ({
    amount: rate.inclusive ? share(amount, scaled(rate), WHOLE + inclusive) : share(net, scaled(rate), WHOLE),
    tax_behavior: rate.inclusive ? 'inclusive' : 'exclusive',
    tax_rate_details: { tax_rate: rate.id },
    taxability_reason: 'not_available',
    taxable_amount: net,
    type: 'tax_rate_details',
  }))
}

const WHOLE = 1_000_000
const scaled = (rate: TaxRate) => Math.round(rate.percentage * 10_000)
