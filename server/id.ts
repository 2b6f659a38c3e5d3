import { createHash, randomUUID } from 'node:crypto'

/** A new opaque id, as in `lead_5f1c…`. */
export const newId = (prefix: string) => `${prefix}_${randomUUID().replaceAll('-', '')}`

/** The same id for the same key: what is tried again finds what was begun. */
export const idFor = (prefix: string, key: string) =>
  `${prefix}_${createHash('sha256').update(key).digest('hex').slice(0, 32)}`
