import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Db } from '../connection/open.ts'
import { idempotencyKeys } from '../tables/index.ts'

/** How long a request may hold its key before another takes over: longer than the provider's time-outs. */
const lock = sql`now() + interval '90 seconds'`

export const idempotencyKey = async (db: Db, key: string) => {
  const [row] = await db.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, key))
  return row ?? null
}

/** True for the caller that may do the work: the first one, or the next one after a crash. */
export const takeIdempotencyKey = async (db: Db, key: string, bodyHash: string): Promise<boolean> => {
  const taken = await db
    .insert(idempotencyKeys)
    .values({ key, bodyHash, lockedUntil: lock })
    .onConflictDoUpdate({
      target: idempotencyKeys.key,
      set: { lockedUntil: lock },
      setWhere: sql`${idempotencyKeys.answer} is null and ${idempotencyKeys.bodyHash} = ${bodyHash}
        and ${idempotencyKeys.lockedUntil} < now()`,
    })
    .returning()
  return taken.length > 0
}

/** Stores the answer for later callers with the key. */
export const keepAnswer = async (
  db: Db,
  key: string,
  answer: { status: number; body: unknown },
): Promise<void> => {
  await db.update(idempotencyKeys).set({ answer }).where(eq(idempotencyKeys.key, key))
}

/** Lets the next caller with the key and the same body do the work again. */
export const releaseIdempotencyKey = async (db: Db, key: string): Promise<void> => {
  await db
    .update(idempotencyKeys)
    .set({ lockedUntil: sql`now() - interval '1 second'` })
    .where(eq(idempotencyKeys.key, key))
}

/** Deletes a key without an answer, so that a request with another body may use it. */
export const dropIdempotencyKey = async (db: Db, key: string): Promise<void> => {
  await db.delete(idempotencyKeys).where(and(eq(idempotencyKeys.key, key), isNull(idempotencyKeys.answer)))
}

/**
 * Takes away the keys of more than 30 days ago, as the guide promises: each request that moved money would keep its answer
 * for ever. A request that is still running holds its key.
 */
export const pruneIdempotencyKeys = async (db: Db): Promise<void> => {
  const { recordedAt, lockedUntil } = idempotencyKeys
  await db
    .delete(idempotencyKeys)
    .where(and(lt(recordedAt, sql`now() - interval '30 days'`), lt(lockedUntil, sql`now()`)))
}
