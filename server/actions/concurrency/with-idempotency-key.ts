import { createHash } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { BillingError } from '../../billing-error.ts'
import type { Db } from '../../db/connection/open.ts'
import { idempotencyKeys } from '../../db/tables/index.ts'

/** An answer of the API, as it was first given. */
export interface Answer {
  status: number
  body: unknown
}

/** How long one try may take before another may take over: longer than the provider's time-outs. */
const lock = sql`now() + interval '90 seconds'`
const patience = { tries: 100, everyMs: 100 }

/**
 * Does `work` once for a key and gives its answer whenever the key returns. While it is at work a second
 * caller waits; refusals are not kept, so that a corrected world may accept the same key; nor are answers that are not
 * final, so that asking again finds how it went on.
 */
export const withIdempotencyKey = async (
  db: Db,
  key: string,
  body: unknown,
  work: () => Promise<Answer>,
  isFinal: (body: unknown) => boolean = () => true,
): Promise<Answer> => {
  const bodyHash = createHash('sha256').update(JSON.stringify(body)).digest('hex')
  for (let tries = 0; tries < patience.tries; tries++) {
    if (await begin(db, key, bodyHash)) return finish(db, key, work, isFinal)
    const [row] = await db.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, key))
    if (row && row.bodyHash !== bodyHash) throw new BillingError('idempotency-key-reused')
    if (row?.answer) return row.answer
    await new Promise((resolve) => setTimeout(resolve, patience.everyMs))
  }
  throw new BillingError('request-in-progress')
}

/** True for whoever may do the work: the first, or the next after one that died. */
const begin = async (db: Db, key: string, bodyHash: string): Promise<boolean> => {
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

const finish = async (
  db: Db,
  key: string,
  work: () => Promise<Answer>,
  isFinal: (body: unknown) => boolean,
): Promise<Answer> => {
  try {
    const answer = await work()
    const end = isFinal(answer.body) ? { answer } : { lockedUntil: sql`now() - interval '1 second'` }
    await db.update(idempotencyKeys).set(end).where(eq(idempotencyKeys.key, key))
    return answer
  } catch (error) {
    await db.delete(idempotencyKeys).where(and(eq(idempotencyKeys.key, key), isNull(idempotencyKeys.answer)))
    throw error
  }
}
