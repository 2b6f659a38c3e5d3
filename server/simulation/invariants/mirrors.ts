import { expect } from 'vitest'
import { parsePriceKey } from '../../billing/catalogue/prices.ts'
import type { Books, Rows } from './books.ts'

/** The store's mirrors match the provider's data. */
export const mirrorsAreTrue = (books: Books, rows: Rows): void => {
  const ours = rows.subscriptions.map(({ providerId, providerStatus, periodEnd, licences, version }) => ({
    providerId,
    providerStatus,
    periodEnd,
    licences,
    version,
  }))
  expect(ours, 'subscriptions').toEqual(books.subscriptions.map(theirs))

  const invoices = rows.invoices.filter(({ providerId }) => providerId.startsWith('in_'))
  expect(
    Object.fromEntries(invoices.map((row) => [row.providerId, [row.status, row.total, row.amountPaid]])),
    'invoices',
  ).toEqual(
    Object.fromEntries(books.invoices.map((one) => [one.id, [one.status, one.total, one.amount_paid]])),
  )

  expect(
    Object.fromEntries(rows.movements.map(({ providerId, amount }) => [providerId, amount])),
    'movements of the balance',
  ).toEqual(Object.fromEntries(books.movements.map(({ id, amount }) => [id, 0 - amount])))
}

const theirs = ({ id, status, items }: Books['subscriptions'][number]) => {
  const sold = items.data.map((item) => ({ ...item, ...parsePriceKey(item.price.metadata.key!) }))
  const plan = sold.find(({ parameter }) => !parameter)!
  return {
    providerId: id,
    providerStatus: status,
    periodEnd: new Date(plan.current_period_end * 1000),
    licences: sold.find(({ parameter }) => parameter === 'licences')?.quantity ?? 0,
    version: plan.versionId,
  }
}
