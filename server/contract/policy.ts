import * as z from 'zod/mini'

const days = z.array(z.int().check(z.gte(1), z.lte(365)))

/** The rules of a catalogue. Every decision in `billing/` reads them from here. */
export const Policy = z.strictObject({
  /** `first-of-month`: a prorated first period up to the 1st; `contract-day`: the day of the purchase. */
  billingDay: z.enum(['first-of-month', 'contract-day']),
  downgrade: z.enum(['immediate-credit', 'period-end']),
  annualDiscountPercent: z.int().check(z.gte(0), z.lte(100)),
  trial: z.nullable(
    z.strictObject({
      days: z.int().check(z.gte(1)),
      maxUsers: z.int().check(z.gte(1)),
      cardRequired: z.boolean(),
      /** The plan whose content the trial has. */
      plan: z.string(),
      retentionDays: z.int(),
    }),
  ),
  reminders: z.strictObject({ month: days, year: days }),
  unpaid: z.strictObject({ suspendAfterDays: z.int(), retentionDays: z.int() }),
  cancellation: z.strictObject({ retentionDays: z.int() }),
  /** The warning threshold, in per cent of the licences. */
  seatWarningPercent: z.int().check(z.gte(1), z.lte(100)),
  gateways: z.array(z.enum(['stripe', 'mercadopago'])).check(z.minLength(1)),
  fiscalInvoice: z.enum(['none', 'cfdi-4.0']),
  /** Tax per currency, in per cent, as a line of its own; missing: prices as written. */
  tax: z.record(z.string(), z.int().check(z.gte(0), z.lte(100))),
})
export type Policy = z.infer<typeof Policy>
