import { expect } from 'vitest'
import { Balance } from '#contract/balance'
import { Billing } from '#contract/billing'
import { InvoiceList } from '#contract/invoice'
import type { Life } from '../life.ts'
import type { Books } from './books.ts'

/** The panel's data is complete and correct. */
export const panelTellsTheTruth = async ({ customer }: Life, books: Books) => {
  const billing = Billing.parse(await customer.billing())
  const { balance, movements } = Balance.parse(await customer.get('balance'))
  const { invoices } = InvoiceList.parse(await customer.get('invoices'))
  const [subscription] = books.subscriptions
  expect(statusesOf(subscription!), 'status').toContain(billing.status)
  expect(billing.balance.amount, 'balance').toBe(0 - books.owner.balance)
  expect(balance.amount, 'balance').toBe(0 - books.owner.balance)
  const total = movements.reduce((sum, { amount }) => sum + amount.amount, 0)
  expect(total, 'its movements').toBe(balance.amount)
  for (const { total, lines } of invoices)
    expect(
      lines.reduce((sum, { amount }) => sum + amount.amount, 0),
      'an invoice is the sum of its lines',
    ).toBe(total.amount)
  if (billing.nextPayment) expect(billing.nextPayment.amount.amount).toBeGreaterThanOrEqual(0)
}

const statusesOf = ({ status, cancel_at, cancel_at_period_end }: Books['subscriptions'][number]) => {
  if (status === 'active') return [cancel_at || cancel_at_period_end ? 'canceling' : 'active']
  // A customer with a debt is suspended after some days, until they pay.
  if (status === 'past_due') return ['past-due', 'suspended']
  return [status === 'canceled' ? 'canceled' : 'suspended']
}
