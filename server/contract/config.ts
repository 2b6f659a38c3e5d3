import * as z from 'zod/mini'
import { Locale } from './locale.ts'

/** What a page needs to know about the server before it pays. Public. */
export const Config = z.object({
  sandbox: z.boolean(),
  stripe: z.object({
    publishableKey: z.string(),
    apiVersion: z.string(),
    /** Set only when Stripe.js is not loaded from js.stripe.com. */
    scriptUrl: z.optional(z.string()),
  }),
  gateways: z.array(z.enum(['stripe', 'mercadopago'])),
  locales: z.array(Locale),
})
export type Config = z.infer<typeof Config>
