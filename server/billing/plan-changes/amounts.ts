import type { Currency } from '#contract/money'
import type { QuoteLine } from '#contract/plan-change'
import { minimumCharge } from '../money/minimum-charge.ts'

/** A line of a quote before it has words. Amounts in minor units. */
export interface AmountLine {
  kind: QuoteLine['kind']
  amount: number
  quantity: number
  /** For a part of a period. */
  prorated: boolean
  /** What it is for: the key of a price, the number of an invoice, a service; null: the provider's own words. */
  of:
    | { price: string }
    | { invoice: string }
    | { service: string }
    | { debt: true }
    | { discount: true }
    | { tax: true }
    | null
  /** The provider's words. */
  description: string
  /** ISO 8601. */
  period: { start: string; end: string } | null
}

/** Every amount of a quote, in minor units. The identities of `PlanChangeQuote` hold for any input. */
export interface QuoteAmounts {
  lines: AmountLine[]
  outstandingLines: AmountLine[]
  outstanding: number
  subtotal: number
  tax: number
  total: number
  balanceBefore: number
  balanceUsed: number
  dueNow: number
  balanceAfter: number
  /** Of the next renewal. */
  nextAmount: number
}

interface Ingredients {
  currency: Currency
  /** What changes now; null: nothing does. */
  now: { lines: AmountLine[]; discount: number; tax: number; total: number; amountDue: number } | null
  outstandingLines: AmountLine[]
  /** The customer's credit; negative: owed. */
  balance: number
  /** What the provider says the invoice after it comes to, before credit. */
  nextTotal: number
}

/**
 * Puts a quote together from what the provider said. A discount, and what the customer owes from before, are lines like any
 * other.
 */
export const quoteAmounts = (given: Ingredients): QuoteAmounts => {
  const { now, outstandingLines, balance } = given
  const outstanding = sum(outstandingLines)
  const owed = now && balance < 0 ? -balance : 0
  const lines = now ? [...now.lines, ...discountLine(now.discount), ...debtLine(owed)] : []
  const subtotal = sum(lines)
  const tax = now?.tax ?? 0
  const total = subtotal + tax
  const balanceBefore = now ? balance + owed : balance
  const balanceUsed = total > 0 ? total - (now?.amountDue ?? 0) : 0
  const balanceAfter = balanceBefore - balanceUsed + Math.max(0, -total)
  return {
    lines,
    outstandingLines,
    outstanding,
    subtotal,
    tax,
    total,
    balanceBefore,
    balanceUsed,
    dueNow: outstanding + Math.max(0, total - balanceUsed),
    balanceAfter,
    nextAmount: chargeable(given.nextTotal - balanceAfter, given.currency),
  }
}

const sum = (lines: AmountLine[]) => lines.reduce((total, { amount }) => total + amount, 0)

const discountLine = (discount: number): AmountLine[] =>
  discount ? [{ ...plain, kind: 'credit', amount: -discount, of: { discount: true } }] : []

const debtLine = (owed: number): AmountLine[] =>
  owed ? [{ ...plain, kind: 'pending', amount: owed, of: { debt: true } }] : []

const plain = { quantity: 1, prorated: false, description: '', period: null }

const chargeable = (amount: number, currency: Currency) => (amount < minimumCharge[currency] ? 0 : amount)
