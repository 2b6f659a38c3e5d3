import * as z from 'zod/mini'
import { Email } from './email.ts'
import { AskedLocale } from './locale.ts'
import { Currency, Interval } from './money.ts'
import { Slug } from './plan.ts'
import { Line } from './text.ts'
import { BrowserZone } from './time-zone.ts'

/** Kept as it was parsed: what is compared with the allowed origins is what a browser opens later. */
const Url = z.string().check(z.url({ protocol: /^https?$/, normalize: true }), z.maxLength(2048))

/** What a buyer asks for. Prices are never among it: the catalogue knows them. */
export const CheckoutRequest = z.strictObject({
  catalogue: Slug,
  plan: Slug,
  interval: Interval,
  currency: Currency,
  gateway: z.optional(z.enum(['stripe', 'mercadopago'])),
  /** Seats beyond the included ones. */
  licences: z.optional(z.int().check(z.gte(0), z.lte(10_000))),
  email: z.optional(Email),
  company: z.optional(Line(120)),
  /** An ecosystem in trial, suspended or cancelled that this payment activates; needs a token of it that may buy. */
  ecosystem: z.optional(Slug),
  /** From a mail about a trial: buys for its ecosystem without signing in. */
  link: z.optional(z.string().check(z.maxLength(400))),
  /** One browser's buyer: a newer checkout of the same buyer closes the older one. */
  buyer: z.optional(z.uuid()),
  locale: z.optional(AskedLocale),
  /** The browser's: there the days of a new ecosystem begin. One that the server does not know changes nothing. */
  timeZone: z.optional(BrowserZone),
  successUrl: Url,
  cancelUrl: Url,
})
export type CheckoutRequest = z.infer<typeof CheckoutRequest>

export const CheckoutOpened = z.object({ id: z.string(), url: z.string(), expiresAt: z.iso.datetime() })
export type CheckoutOpened = z.infer<typeof CheckoutOpened>

/** `pending`: paid or being paid, not yet confirmed and provisioned. */
export const CheckoutStatus = z.enum(['open', 'pending', 'complete', 'expired', 'failed'])
export type CheckoutStatus = z.infer<typeof CheckoutStatus>

export const Checkout = z.object({
  id: z.string(),
  status: CheckoutStatus,
  catalogue: Slug,
  plan: Slug,
  planName: z.string(),
  /** Known once the payment is confirmed and the ecosystem is ready. */
  ecosystem: z.optional(Slug),
})
export type Checkout = z.infer<typeof Checkout>
