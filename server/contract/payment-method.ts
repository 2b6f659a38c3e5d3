import * as z from 'zod/mini'

/** What Stripe.js needs to keep a new card; once confirmed there it is the default. */
export const PaymentMethodSetup = z.object({ clientSecret: z.string() })
export type PaymentMethodSetup = z.infer<typeof PaymentMethodSetup>
