import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../connection/open.ts'
import { ecosystems, trials } from '../tables/index.ts'

export type Trial = typeof trials.$inferSelect

/** The trial that an ecosystem began with; null: it bought at once. */
export const trialOf = async (db: Db, ecosystem: string): Promise<Trial | null> => {
  const [row] = await db.select().from(trials).where(eq(trials.ecosystem, ecosystem))
  return row ?? null
}

export const insertTrial = async (tx: Db, trial: typeof trials.$inferInsert): Promise<void> => {
  await tx.insert(trials).values(trial)
}

/**
 * Whether an email address has an ecosystem in a catalogue already. Of two forms sent at the same time, the
 * second waits until the first one's transaction ends, so that it sees the first one's trial.
 */
export const isTrialUsed = async (tx: Db, catalogue: string, email: string): Promise<boolean> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`trial/${catalogue}/${email}`}))`)
  const used = await tx
    .select({ id: ecosystems.id })
    .from(ecosystems)
    .where(and(eq(ecosystems.catalogue, catalogue), sql`lower(${ecosystems.email}) = ${email}`))
    .limit(1)
  return used.length > 0
}
