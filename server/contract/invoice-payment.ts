import * as z from 'zod/mini'

/** How paying an open invoice went. */
export const InvoicePayment = z.object({
  /** `requires-action`: the bank asks its holder; Stripe.js does so with `clientSecret`. */
  status: z.enum(['paid', 'requires-action']),
  clientSecret: z.optional(z.string()),
})
export type InvoicePayment = z.infer<typeof InvoicePayment>
