import { createHash } from 'node:crypto'
import { BillingError } from '../../base/billing-error.ts'
import type { Db } from '../../db/connection/open.ts'
import {
  dropIdempotencyKey,
  idempotencyKey,
  keepAnswer,
  releaseIdempotencyKey,
  takeIdempotencyKey,
} from '../../db/operations/idempotency-keys.ts'

/** The stored answer of an API request. */
export interface Answer {
  status: number
  body: unknown
}

const patience = { tries: 100, everyMs: 100 }

/**
 * Runs `work` once for a key and returns its stored answer whenever the key is sent again. While it runs, a
 * second caller waits. Errors are not stored, so that the same key works once the cause is fixed; nor are
 * answers that are not final, so that a retry sees the progress.
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
    if (await takeIdempotencyKey(db, key, bodyHash)) return finish(db, key, work, isFinal)
    const row = await idempotencyKey(db, key)
    if (row && row.bodyHash !== bodyHash) throw new BillingError('idempotency-key-reused')
    if (row?.answer) return row.answer
    await new Promise((resolve) => setTimeout(resolve, patience.everyMs))
  }
  throw new BillingError('request-in-progress')
}

const finish = async (
  db: Db,
  key: string,
  work: () => Promise<Answer>,
  isFinal: (body: unknown) => boolean,
): Promise<Answer> => {
  try {
    const answer = await work()
    if (isFinal(answer.body)) await keepAnswer(db, key, answer)
    else await releaseIdempotencyKey(db, key)
    return answer
  } catch (error) {
    await dropIdempotencyKey(db, key)
    throw error
  }
}
