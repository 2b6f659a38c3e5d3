import * as z from 'zod/mini'
import { Money } from './money.ts'

export const PaymentMethodRequest = z.strictObject({
  /**
   * What the page says is paid once the card is saved: the oldest unpaid invoices that add up to it, so zero charges
   * none; 409 `price-changed` when none do. Missing: all that are unpaid when the card is saved.
   */
  expectedTotal: z.optional(z.strictObject({ ...Money.shape, amount: z.int().check(z.gte(0)) })),
})
export type PaymentMethodRequest = z.infer<typeof PaymentMethodRequest>

/** What Stripe.js needs to store a new card; once confirmed there, the card is the default. */
export const PaymentMethodSetup = z.object({ clientSecret: z.string() })
export type PaymentMethodSetup = z.infer<typeof PaymentMethodSetup>
