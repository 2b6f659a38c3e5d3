import type Stripe from 'stripe'
import type { Currency } from '#contract/money'
import type { BalanceEntry } from '../port.ts'
import { nullIfMissing } from './null-if-missing.ts'

/** The customer's ledger at the provider, oldest first; that of a deleted customer is gone. */
export const readBalance = async (stripe: Stripe, customer: string): Promise<BalanceEntry[]> =>
  (await nullIfMissing(entriesOf(stripe, customer))) ?? []

/** The provider writes credit as a negative amount. */
const entriesOf = async (stripe: Stripe, customer: string): Promise<BalanceEntry[]> => {
  const entries: BalanceEntry[] = []
  for await (const entry of stripe.customers.listBalanceTransactions(customer, { limit: 100 }))
    entries.push({
      id: entry.id,
      amount: -entry.amount,
      currency: entry.currency.toUpperCase() as Currency,
      reason: entry.type,
      invoice: typeof entry.invoice === 'string' ? entry.invoice : (entry.invoice?.id ?? null),
      at: new Date(entry.created * 1000),
    })
  return entries.reverse()
}
