import { expect } from 'vitest'
import { PlanChangeQuote, PlanChangeResult } from '#contract/plan-change'

interface Answer {
  status: number
  body: unknown
  text: string
}

/** The quote of a preview, after checking the identities of every quote. */
export const quoteIn = (answer: Answer): PlanChangeQuote => {
  expect(answer.status, answer.text).toBe(200)
  const quote = PlanChangeQuote.parse(answer.body)
  const lines = quote.lines.reduce((sum, { amount }) => sum + amount.amount, 0)
  const total = quote.total.amount
  const used = quote.balanceUsed.amount
  expect(lines).toBe(quote.subtotal.amount)
  expect(lines + quote.tax.amount).toBe(total)
  expect(quote.dueNow.amount).toBe(quote.outstanding.amount + Math.max(0, total - used))
  expect(quote.balanceAfter.amount).toBe(quote.balanceBefore.amount - used + Math.max(0, -total))
  expect(quote.outstandingLines.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(
    quote.outstanding.amount,
  )
  return quote
}

export const doneIn = (answer: Answer): PlanChangeResult => {
  expect(answer.status, answer.text).toBe(200)
  return PlanChangeResult.parse(answer.body)
}
