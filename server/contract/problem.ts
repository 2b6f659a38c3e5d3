import * as z from 'zod/mini'
import { PlanChangeQuote } from './plan-change.ts'
import { Difference } from './plan-settings.ts'

/** RFC 9457 `application/problem+json`: every error of the API. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** Stable, kebab-case: what programs decide by. */
  code: z.string(),
  /** In the caller's language. */
  detail: z.string(),
  /** With 409 `quote-expired` and `quote-changed`: the change at today's price. */
  quote: z.optional(PlanChangeQuote),
  /** With 412 `version-changed`: field by field what was sent and what stands there now. */
  difference: z.optional(z.array(Difference)),
  /** With 412: what `If-Match` has to say now. */
  etag: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
})
export type Problem = z.infer<typeof Problem>
