import { eq } from 'drizzle-orm'
import type Stripe from 'stripe'
import type { Quote } from '../../db/plan-changes/quotes.ts'
import * as tables from '../../db/tables/index.ts'
import type { Life } from '../life.ts'

const all = { limit: 10_000 }

/** Everything that the provider stores about a customer. */
export type Books = Awaited<ReturnType<typeof booksOf>>

export const booksOf = async ({ town, customer }: Life) => {
  const { sdk } = town
  const mine = { customer: customer.provider, limit: 100 }
  const [owner, subscriptions, invoices, intents, charges, movements, sessions, items] = await Promise.all([
    sdk.customers.retrieve(customer.provider) as Promise<Stripe.Customer>,
    sdk.subscriptions.list({ ...mine, status: 'all' }).autoPagingToArray(all),
    sdk.invoices.list({ ...mine, expand: ['data.payments'] }).autoPagingToArray(all),
    sdk.paymentIntents.list(mine).autoPagingToArray(all),
    sdk.charges.list(mine).autoPagingToArray(all),
    sdk.customers.listBalanceTransactions(customer.provider, { limit: 100 }).autoPagingToArray(all),
    sdk.checkout.sessions.list(mine).autoPagingToArray(all),
    sdk.invoiceItems.list(mine).autoPagingToArray(all),
  ])
  return { owner, subscriptions, invoices, intents, charges, movements, sessions, items }
}

/** Everything that the store has about a customer's money. */
export type Rows = Awaited<ReturnType<typeof rowsOf>>

export const rowsOf = async ({ town: { database }, customer: { id } }: Life) => {
  const { db } = database
  const { ecosystems, subscriptions, invoices, balanceMovements, usage, settlements, purchases, quotes } =
    tables
  const [ecosystem] = await db.select().from(ecosystems).where(eq(ecosystems.id, id))
  return {
    ecosystem: ecosystem!,
    subscriptions: await db.select().from(subscriptions).where(eq(subscriptions.ecosystem, id)),
    invoices: await db.select().from(invoices).where(eq(invoices.ecosystem, id)),
    movements: await db.select().from(balanceMovements).where(eq(balanceMovements.ecosystem, id)),
    usage: await db.select().from(usage).where(eq(usage.ecosystem, id)),
    settlements: await db.select().from(settlements).where(eq(settlements.ecosystem, id)),
    purchases: await db.select().from(purchases).where(eq(purchases.ecosystem, id)),
    quotes: (await db.select().from(quotes).where(eq(quotes.ecosystem, id))) as Quote[],
  }
}

export const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
