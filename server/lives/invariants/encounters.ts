import { expect } from 'vitest'
import type { Life } from '../life.ts'
import type { Books, Rows } from './books.ts'
import { sum } from './books.ts'

/** The encounters that each plan includes. */
const included: Record<string, number> = { plus: 200, premium: 500 }

/** What was paid for arrived, once; what a plan includes too. */
export const encountersArriveOnce = async ({ town, customer }: Life, books: Books, rows: Rows) => {
  const paid = books.sessions.filter(
    ({ mode, payment_status }) => mode === 'payment' && payment_status === 'paid',
  )
  const delivered = rows.purchases.filter(({ status }) => status === 'delivered')
  expect(delivered.map(({ providerId }) => providerId).sort(), 'what is paid is delivered').toEqual(
    paid.map(({ id }) => id).sort(),
  )
  const { body } = await town.send(`/sandbox/ecosystems/${customer.id}/tickets`)
  const given = body.encounters - sum(delivered.map(({ quantity }) => quantity))
  expect(given, 'encounters = included + bought').toBeGreaterThanOrEqual(included[body.plan] ?? 0)
  expect([0, 200, 500], 'encounters = included + bought').toContain(given)
}
