import type { PlanChangeQuote } from '#contract/plan-change'
import type { ProblemCode } from './words/problems.ts'

export interface FieldError {
  path: string
  message: string
}

/** A refusal that a person is told about. Only the HTTP edge and the job runner catch it. */
export class BillingError extends Error {
  readonly code: ProblemCode
  readonly facts: Record<string, string>
  readonly errors: FieldError[] | undefined
  /** The change at today's price, where an old quote is refused. */
  readonly quote: PlanChangeQuote | undefined

  constructor(
    code: ProblemCode,
    facts: Record<string, string> = {},
    errors?: FieldError[],
    quote?: PlanChangeQuote,
  ) {
    super(code)
    this.code = code
    this.facts = facts
    this.errors = errors
    this.quote = quote
  }
}
