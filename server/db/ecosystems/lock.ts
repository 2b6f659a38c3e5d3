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
    .set({ lockExpiresAt: until, lockHolder: holder })
    .where(
      and(
        eq(ecosystems.id, ecosystem),
        or(isNull(ecosystems.lockExpiresAt), lte(ecosystems.lockExpiresAt, now)),
      ),
    )
    .returning({ id: ecosystems.id })
  return taken.length > 0
}

/** Releases the lock, unless another holder has taken it over. */
export const releaseLock = async (db: Db, ecosystem: string, holder: string): Promise<void> => {
  await db
    .update(ecosystems)
    .set({ lockExpiresAt: null, lockHolder: null })
    .where(and(eq(ecosystems.id, ecosystem), eq(ecosystems.lockHolder, holder)))
}
