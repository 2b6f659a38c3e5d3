import * as z from 'zod/mini'
import { Money } from './money.ts'

export const UsageReport = z.strictObject({
  units: z.int().check(z.gte(1), z.lte(1_000_000)),
  /** The caller's own id of the usage: it counts once, even if it is reported again. */
  usageId: z.string().check(z.regex(/^[\x21-\x7e]{1,200}$/)),
})
export type UsageReport = z.infer<typeof UsageReport>

/**
 * `recorded`: waits for the renewal; `billed`: on the renewal's invoice; `settled`: charged at once before a
 * change.
 */
export const UsageStatus = z.enum(['recorded', 'billed', 'settled'])
export type UsageStatus = z.infer<typeof UsageStatus>

export const UsageRecorded = z.object({
  usageId: z.string(),
  service: z.string(),
  units: z.int(),
  unit: Money,
  total: Money,
  at: z.iso.datetime(),
  status: UsageStatus,
})
export type UsageRecorded = z.infer<typeof UsageRecorded>
