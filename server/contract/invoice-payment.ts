import * as z from 'zod/mini'
import { Money } from './money.ts'

export const InvoicePaymentRequest = z.strictObject({
  /** The amount that was shown; another one is refused with 409 `price-changed`. */
  expectedTotal: z.optional(z.strictObject({ ...Money.shape })),
})
export type InvoicePaymentRequest = z.infer<typeof InvoicePaymentRequest>

/** The result of paying an open invoice. */
export const InvoicePayment = z.object({
  /** `requires-action`: the bank asks the card holder for confirmation; Stripe.js does so with `clientSecret`. */
  status: z.enum(['paid', 'requires-action']),
  clientSecret: z.optional(z.string()),
})
export type InvoicePayment = z.infer<typeof InvoicePayment>
