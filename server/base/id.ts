import { createHash, createHmac, randomUUID } from 'node:crypto'

/** A new opaque id, as in `lead_5f1c…`. */
export const newId = (prefix: string) => `${prefix}_${randomUUID().replaceAll('-', '')}`

/** The same id for the same key, so that a retry finds what the first try began. */
export const idFor = (prefix: string, key: string) =>
  `${prefix}_${createHash('sha256').update(key).digest('hex').slice(0, 32)}`

/** The same id for the same key, but only a holder of the secret can compute it: for ids that grant access. */
export const secretIdFor = (prefix: string, key: string, secret: string) =>
  `${prefix}_${createHmac('sha256', secret).update(key).digest('hex').slice(0, 32)}`
