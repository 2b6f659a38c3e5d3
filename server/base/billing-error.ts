import type { PlanChangeQuote } from '#contract/plan-change'
import type { Difference } from '#contract/plan-settings'
import type { Facts, ProblemCode } from '../words/problems.ts'

export interface FieldError {
  path: string
  message: string
}

/** The current state of what a request wanted to overwrite. */
export interface Conflict {
  difference: Difference[]
  etag: string
}

/** A refusal that the caller gets as an answer. Only the HTTP layer and the job runner catch it. */
export class BillingError extends Error {
  readonly code: ProblemCode
  readonly facts: Facts
  readonly errors: FieldError[] | undefined
  /** The change at today's price, when an old quote is refused. */
  readonly quote: PlanChangeQuote | undefined
  /** What another administrator saved in the meantime. */
  readonly conflict: Conflict | undefined

  constructor(
    code: ProblemCode,
    facts: Facts = {},
    errors?: FieldError[],
    quote?: PlanChangeQuote,
    conflict?: Conflict,
  ) {
    super(code)
    this.code = code
    this.facts = facts
    this.errors = errors
    this.quote = quote
    this.conflict = conflict
  }
}
