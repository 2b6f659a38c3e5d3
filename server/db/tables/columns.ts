import { sql } from 'drizzle-orm'
import { bigint, timestamp } from 'drizzle-orm/pg-core'

/** A point in time, in UTC, as a `Date`. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 })

/** When the row was written, by the database's own clock; decisions never read it. */
export const recordedAt = () => instant('recorded_at').notNull().default(sql`now()`)

/** An amount in minor units (cents). Wider than 32 bits: a year of pesos may need it. */
export const minorUnits = (name: string) => bigint(name, { mode: 'number' })
