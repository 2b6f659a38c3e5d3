import { and, desc, eq, lt, ne, or } from 'drizzle-orm'
import type { Db } from '../connection/open.ts'
import { invoices } from '../tables/index.ts'

export type InvoiceRow = typeof invoices.$inferSelect

/** The last invoice of a page. */
export interface InvoiceCursor {
  at: Date
  providerId: string
}

/**
 * An ecosystem's invoices, newest first, after a cursor. Leaves out the invoice of a change that was rolled
 * back: the customer was never asked to pay it.
 */
export const invoicesOf = (
  db: Db,
  ecosystem: string,
  { after, limit }: { after: InvoiceCursor | null; limit: number },
): Promise<InvoiceRow[]> =>
  db
    .select()
    .from(invoices)
    .where(
      and(
        eq(invoices.ecosystem, ecosystem),
        ne(invoices.status, 'void'),
        after
          ? or(
              lt(invoices.at, after.at),
              and(eq(invoices.at, after.at), lt(invoices.providerId, after.providerId)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(invoices.at), desc(invoices.providerId))
    .limit(limit)

export const invoiceById = async (
  db: Db,
  ecosystem: string,
  providerId: string,
): Promise<InvoiceRow | null> => {
  const [row] = await db
    .select()
    .from(invoices)
    .where(and(eq(invoices.ecosystem, ecosystem), eq(invoices.providerId, providerId)))
  return row ?? null
}

/** Inserts an invoice that the provider does not have; an existing one stays as it is. */
export const insertInvoice = async (tx: Db, row: typeof invoices.$inferInsert): Promise<void> => {
  await tx.insert(invoices).values(row).onConflictDoNothing()
}
