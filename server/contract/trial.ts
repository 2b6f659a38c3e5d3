import * as z from 'zod/mini'
import { Email } from './email.ts'
import { AskedLocale } from './locale.ts'
import { Slug } from './plan.ts'
import { Line } from './text.ts'
import { BrowserZone, TimeZone } from './time-zone.ts'

export const TrialRequest = z.strictObject({
  catalogue: Slug,
  email: Email,
  company: Line(120),
  locale: z.optional(AskedLocale),
  /** The browser's time zone, used for the ecosystem's days. A zone that the server does not know is ignored. */
  timeZone: z.optional(BrowserZone),
})
export type TrialRequest = z.infer<typeof TrialRequest>

export const TrialStarted = z.object({
  trial: z.object({ endsAt: z.iso.datetime(), maxUsers: z.int() }),
  ecosystem: Slug,
  timeZone: TimeZone,
})
export type TrialStarted = z.infer<typeof TrialStarted>
