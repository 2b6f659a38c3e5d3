import * as z from 'zod/mini'
import { Email } from './email.ts'
import { AskedLocale } from './locale.ts'
import { Currency, Interval } from './money.ts'
import { Slug } from './plan.ts'
import { Line } from './text.ts'
import { BrowserZone } from './time-zone.ts'

/** Stored in its parsed form, so that the URL compared with the allowed origins is the one a browser opens later. */
const Url = z.string().check(z.url({ protocol: /^https?$/, normalize: true }), z.maxLength(2048))

/** A buyer's order. It never has prices: those come from the catalogue. */
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
  /**
   * An ecosystem in trial, suspended or cancelled that this payment activates; needs a token of a member who
   * may buy.
   */
  ecosystem: z.optional(Slug),
  /** The link from a mail about a trial: buys for its ecosystem without signing in. */
  link: z.optional(z.string().check(z.maxLength(400))),
  /** The buyer id of one browser: a newer checkout of the same buyer closes the older one. */
  buyer: z.optional(z.uuid()),
  locale: z.optional(AskedLocale),
  /** The browser's time zone, used for a new ecosystem's days. A zone that the server does not know is ignored. */
  timeZone: z.optional(BrowserZone),
  successUrl: Url,
  cancelUrl: Url,
})
export type CheckoutRequest = z.infer<typeof CheckoutRequest>

export const CheckoutOpened = z.object({ id: z.string(), url: z.string(), expiresAt: z.iso.datetime() })
export type CheckoutOpened = z.infer<typeof CheckoutOpened>

/** `pending`: paid or being paid, but not confirmed and provisioned yet. */
export const CheckoutStatus = z.enum(['open', 'pending', 'complete', 'expired', 'failed'])
export type CheckoutStatus = z.infer<typeof CheckoutStatus>

export const Checkout = z.object({
  id: z.string(),
  status: CheckoutStatus,
  catalogue: Slug,
  plan: Slug,
  planName: z.string(),
  /** Set once the payment is confirmed and the ecosystem is ready. */
  ecosystem: z.optional(Slug),
})
export type Checkout = z.infer<typeof Checkout>
