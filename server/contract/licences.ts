import * as z from 'zod/mini'
import { Money } from './money.ts'
import { QuoteLine } from './plan-change.ts'
import { TimeZone } from './time-zone.ts'

export const LicenceRequest = z.strictObject({
  /** The new total of seats, included ones counted. */
  quantity: z.int().check(z.gte(1), z.lte(10_000)),
})
export type LicenceRequest = z.infer<typeof LicenceRequest>

export const LicenceOrder = z.strictObject({
  ...LicenceRequest.shape,
  /** The preview's second: prorations are computed at it, as long as the preview is at most ten minutes old. */
  at: z.optional(z.iso.datetime()),
  /** The amount that the preview showed; another one is refused with 409 `price-changed`. */
  expectedTotal: z.optional(z.strictObject({ ...Money.shape })),
})
export type LicenceOrder = z.infer<typeof LicenceOrder>

/** What a new number of seats adds to the next invoice; it creates no invoice of its own. */
export const LicenceQuote = z.object({
  quantity: z.int(),
  /** Seats today. */
  before: z.int(),
  included: z.int(),
  inUse: z.int(),
  /** The price of a seat per interval, at this number of seats. */
  unit: z.nullable(Money),
  at: z.iso.datetime(),
  timeZone: TimeZone,
  lines: z.array(QuoteLine),
  /** Σ lines. */
  total: Money,
  nextInvoice: z.nullable(z.object({ date: z.iso.datetime(), amount: Money })),
})
export type LicenceQuote = z.infer<typeof LicenceQuote>
