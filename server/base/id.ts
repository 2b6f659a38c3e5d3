import { createHash, createHmac, randomUUID } from 'node:crypto'

/** A new opaque id, as in `lead_5f1c…`. */
export const newId = (prefix: string) => `${prefix}_${randomUUID().replaceAll('-', '')}`

/** The same id for the same key: what is tried again finds what was begun. */
export const idFor = (prefix: string, key: string) =>
  `${prefix}_${createHash('sha256').update(key).digest('hex').slice(0, 32)}`

/** The same for the same key, but only who has the secret can compute it: for ids that open something. */
export const secretIdFor = (prefix: string, key: string, secret: string) =>
  `${prefix}_${createHmac('sha256', secret).update(key).digest('hex').slice(0, 32)}`
