import * as z from 'zod/mini'
import { Money } from './money.ts'

export const InvoicePaymentRequest = z.strictObject({
  /** What the person was shown; another amount is refused with 409 `price-changed`. */
  expectedTotal: z.optional(z.strictObject({ ...Money.shape })),
})
export type InvoicePaymentRequest = z.infer<typeof InvoicePaymentRequest>

/** How paying an open invoice went. */
export const InvoicePayment = z.object({
  /** `requires-action`: the bank asks its holder; Stripe.js does so with `clientSecret`. */
  status: z.enum(['paid', 'requires-action']),
  clientSecret: z.optional(z.string()),
})
export type InvoicePayment = z.infer<typeof InvoicePayment>
