import { expect } from 'vitest'
import type { Life, Promised } from '../life.ts'
import { type Books, type Rows, sum } from './books.ts'

/** A confirmed quote charged exactly what it showed; one that failed charged nothing for the change. */
export const quotesAreKept = (promised: Promised, { town }: Life, books: Books, rows: Rows): void => {
  for (const quote of rows.quotes) {
    const { id, status, steps } = quote
    const shown = promised.quotes.get(id)
    const changes = books.invoices.filter((invoice) => town.changes.get(invoice.id!)?.startsWith(`${id}/`))
    const paid = changes.filter((invoice) => invoice.status === 'paid')
    const settled = books.intents.filter(
      (intent) => intent.status === 'succeeded' && intent.metadata.settlement?.startsWith(`${id}/`),
    )
    if (status !== 'applied' && status !== 'scheduled') {
      expect(paid, `a quote that is ${status} changed nothing`).toEqual([])
      continue
    }
    expect(paid.length, 'the change has one invoice').toBe(steps.now ? 1 : 0)
    // A quote that came with a refusal was shown as well, but is not recorded here.
    if (!shown) continue
    const debts = books.invoices.filter((invoice) => steps.settle.invoices.includes(invoice.id!))
    expect(debts.map((debt) => debt.status)).toEqual(debts.map(() => 'paid'))
    const charged =
      sum(paid.map(({ amount_paid }) => amount_paid)) +
      sum(settled.map(({ amount }) => amount)) +
      sum(debts.map(({ amount_paid }) => amount_paid))
    expect(charged, 'charged what was shown').toBe(shown.dueNow.amount)
  }
}
