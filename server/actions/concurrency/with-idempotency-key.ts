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

/** An answer of the API, as it was first given. */
export interface Answer {
  status: number
  body: unknown
}

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
