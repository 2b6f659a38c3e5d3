import * as z from 'zod/mini'
import { Email } from './email.ts'
import { Slug } from './plan.ts'
import { Line, Lines } from './text.ts'

/** A request for a quote of a plan without a price. */
export const LeadRequest = z.strictObject({
  catalogue: Slug,
  plan: Slug,
  name: Line(120),
  company: Line(120),
  email: Email,
  phone: z.optional(z.string().check(z.trim(), z.regex(/^[+0-9 ().-]{7,24}$/))),
  message: z.optional(Lines(2000)),
})
export type LeadRequest = z.infer<typeof LeadRequest>

export const LeadReceived = z.object({ id: z.string() })
export type LeadReceived = z.infer<typeof LeadReceived>
