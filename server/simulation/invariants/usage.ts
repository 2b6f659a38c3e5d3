import { expect } from 'vitest'
import type { Promised } from '../life.ts'
import { type Books, type Rows, sum } from './books.ts'

/** Every acknowledged report is stored, and is charged once or still open. */
export const usageIsChargedOnce = (promised: Promised, books: Books, rows: Rows): void => {
  for (const [usageId, { service, units }] of promised.usage)
    expect(
      rows.usage.find((row) => row.usageId === usageId),
      'an acknowledged report is kept',
    ).toMatchObject({ service, units })
  const standing = new Set(books.invoices.filter(({ status }) => status !== 'void').map(({ id }) => id))
  for (const { usageId, units, unit, status, claimedBy } of rows.usage) {
    const billed = books.items.filter(
      ({ metadata, invoice }) => metadata?.usage === usageId && standing.has(String(invoice)),
    )
    expect(
      billed.map(({ amount }) => amount),
      `a report that is ${status} stands on as many invoices`,
    ).toEqual(status === 'billed' ? [units * unit] : [])
    if (status === 'settled')
      expect(rows.settlements.find(({ id }) => id === claimedBy)?.status, 'its settlement').toBe('paid')
  }
  for (const { id, amount, status, providerId } of rows.settlements) {
    const charged = books.intents.find((intent) => intent.id === providerId)
    const what = rows.usage.filter((row) => row.claimedBy === id && row.status === 'settled')
    expect(charged?.status === 'succeeded', 'a settlement is paid here if it is paid there').toBe(
      status === 'paid',
    )
    expect(sum(what.map(({ units, unit }) => units * unit)), 'a paid settlement is worth its services').toBe(
      status === 'paid' ? amount : 0,
    )
  }
}
