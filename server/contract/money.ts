import * as z from 'zod/mini'

export const Currency = z.enum(['MXN', 'USD'])
export type Currency = z.infer<typeof Currency>

/** An amount of money: integer minor units (cents) of a currency. Never a float, never a bare number. */
export const Money = z.object({
  amount: z.int(),
  currency: Currency,
  /** Formatted for the requested locale; only in answers. */
  text: z.optional(z.string()),
})
export type Money = z.infer<typeof Money>

export const Interval = z.enum(['month', 'year'])
export type Interval = z.infer<typeof Interval>
