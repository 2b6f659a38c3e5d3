import * as z from 'zod/mini'

/** What Stripe.js needs to store a new card; once confirmed there, the card is the default. */
export const PaymentMethodSetup = z.object({ clientSecret: z.string() })
export type PaymentMethodSetup = z.infer<typeof PaymentMethodSetup>
