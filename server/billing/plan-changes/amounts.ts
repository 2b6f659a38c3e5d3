import type { Currency } from '#contract/money'
import type { QuoteLine } from '#contract/plan-change'
import { minimumCharge } from '../money/minimum-charge.ts'

/** A line of a quote, before its text is added. Amounts in minor units. */
export interface AmountLine {
  kind: QuoteLine['kind']
  amount: number
  quantity: number
  /** It covers a part of a period. */
  prorated: boolean
  /**
   * What it is for: the key of a price, the number of an invoice, a service; null: only the provider's text is
   * known.
   */
  of:
    | { price: string }
    | { invoice: string }
    | { service: string }
    | { debt: true }
    | { discount: true }
    | { tax: true }
    | null
  /** The provider's text. */
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
  /** The amount of the next renewal. */
  nextAmount: number
}

interface Ingredients {
  currency: Currency
  /** The immediate invoice; null: nothing is charged now. */
  now: { lines: AmountLine[]; discount: number; tax: number; total: number; amountDue: number } | null
  outstandingLines: AmountLine[]
  /** The customer's credit; negative: owed. */
  balance: number
  /** The provider's total for the following invoice, before credit. */
  nextTotal: number
}

/** Builds a quote from the provider's amounts. A discount and earlier debts become lines of their own. */
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
