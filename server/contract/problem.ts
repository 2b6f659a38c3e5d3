import * as z from 'zod/mini'
import { PlanChangeQuote } from './plan-change.ts'
import { Difference } from './plan-settings.ts'

/** RFC 9457 `application/problem+json`: every error of the API. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** Stable, kebab-case: the field that programs check. */
  code: z.string(),
  /** In the caller's language. */
  detail: z.string(),
  /** For 409 `quote-expired` and `quote-changed`: the change at today's price. */
  quote: z.optional(PlanChangeQuote),
  /** For 412 `version-changed`: for each field, the sent value and the stored value. */
  difference: z.optional(z.array(Difference)),
  /** For 412: the current `If-Match` value. */
  etag: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
})
export type Problem = z.infer<typeof Problem>
