import { and, eq } from 'drizzle-orm'
import type { Currency } from '#contract/money'
import type { Db } from '../connection/open.ts'
import { customers } from '../tables/index.ts'

/** The provider's customer of an ecosystem in a currency, when it has one. */
export const customerOf = async (db: Db, ecosystem: string, currency: Currency): Promise<string | null> => {
  const [row] = await db
    .select()
    .from(customers)
    .where(and(eq(customers.ecosystem, ecosystem), eq(customers.currency, currency)))
  return row?.providerId ?? null
}

/** Whether the provider knows an ecosystem in any currency. */
export const hasCustomer = async (db: Db, ecosystem: string): Promise<boolean> =>
  (await db.select().from(customers).where(eq(customers.ecosystem, ecosystem)).limit(1)).length > 0

/** The provider's customers of an ecosystem, one for each currency that it has paid in. */
export const customersOf = async (db: Db, ecosystem: string): Promise<string[]> => {
  const rows = await db.select().from(customers).where(eq(customers.ecosystem, ecosystem))
  return rows.map(({ providerId }) => providerId)
}

/** Stores the provider's customer of an ecosystem in a currency; a newer one replaces it. */
export const writeCustomer = async (tx: Db, customer: typeof customers.$inferInsert): Promise<void> => {
  await tx
    .insert(customers)
    .values(customer)
    .onConflictDoUpdate({
      target: [customers.ecosystem, customers.currency],
      set: { providerId: customer.providerId },
    })
}
