import type { Db } from '../connection/open.ts'
import { leads } from '../tables/index.ts'

/** Inserts a lead; the same id again changes nothing. */
export const insertLead = async (db: Db, lead: typeof leads.$inferInsert): Promise<void> => {
  await db.insert(leads).values(lead).onConflictDoNothing()
}
