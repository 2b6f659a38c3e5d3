import * as z from 'zod/mini'
import { PlanChangeQuote } from './plan-change.ts'

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
  errors: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
})
export type Problem = z.infer<typeof Problem>
