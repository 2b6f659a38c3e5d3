import * as z from 'zod/mini'
import { Billing } from './billing.ts'
import { Money } from './money.ts'
import { Line, Lines } from './text.ts'

/** The reasons that the dialog offers; a host may send its own text. */
export const cancellationReasons = [
  'too-expensive',
  'missing-features',
  'switched-service',
  'unused',
  'customer-service',
  'too-complex',
  'low-quality',
  'other',
] as const

export const CancellationRequest = z.strictObject({
  reason: Line(120),
  comment: z.optional(Lines(2000)),
  /** The `ifCanceled.dueNow` that was shown; another amount is refused with 409 `price-changed`. */
  expectedTotal: z.optional(z.strictObject({ ...Money.shape })),
})
export type CancellationRequest = z.infer<typeof CancellationRequest>

export const Cancellation = z.object({
  /** The last moment of access. */
  accessUntil: z.iso.datetime(),
  /** Until then the data is retained. */
  dataUntil: z.iso.datetime(),
  billing: Billing,
})
export type Cancellation = z.infer<typeof Cancellation>
