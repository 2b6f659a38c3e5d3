import { and, eq, isNull, lte, or } from 'drizzle-orm'
import type { Db } from '../connection/open.ts'
import { ecosystems } from '../tables/index.ts'

/** Takes the lock of an ecosystem until a given time; false while another holder has it. */
export const takeLock = async (
  db: Db,
  ecosystem: string,
  { holder, now, until }: { holder: string; now: Date; until: Date },
): Promise<boolean> => {
  const taken = await db
    .update(ecosystems)
    .set({ busyUntil: until, busyWith: holder })
    .where(
      and(eq(ecosystems.id, ecosystem), or(isNull(ecosystems.busyUntil), lte(ecosystems.busyUntil, now))),
    )
    .returning({ id: ecosystems.id })
  return taken.length > 0
}

/** Releases the lock, unless another holder has taken it over. */
export const releaseLock = async (db: Db, ecosystem: string, holder: string): Promise<void> => {
  await db
    .update(ecosystems)
    .set({ busyUntil: null, busyWith: null })
    .where(and(eq(ecosystems.id, ecosystem), eq(ecosystems.busyWith, holder)))
}
