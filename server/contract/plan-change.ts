import * as z from 'zod/mini'
import { Billing } from './billing.ts'
import { Currency, Interval, Money } from './money.ts'
import { Slug } from './plan.ts'
import { TimeZone } from './time-zone.ts'

export const PlanChangeRequest = z.strictObject({
  plan: Slug,
  interval: Interval,
  /** Must be the subscription's own: a subscription never changes its currency. */
  currency: z.optional(Currency),
})
export type PlanChangeRequest = z.infer<typeof PlanChangeRequest>

/** One side of a change, for its owner. */
export const PlanSide = z.object({
  plan: Slug,
  planName: z.string(),
  planVersion: z.int(),
  interval: Interval,
  /** The plan's own price per interval, without licences. */
  price: Money,
  /** Seats in total; null: unlimited. */
  licences: z.nullable(z.int()),
})
export type PlanSide = z.infer<typeof PlanSide>

export const QuoteLine = z.object({
  description: z.string(),
  /** Negative: a credit. */
  amount: Money,
  kind: z.enum(['credit', 'charge', 'tax', 'pending', 'service']),
  period: z.nullable(z.object({ start: z.iso.datetime(), end: z.iso.datetime() })),
})
export type QuoteLine = z.infer<typeof QuoteLine>

/** A remark about a change, in the customer's language. */
export const Remark = z.object({ code: z.string(), text: z.string() })
export type Remark = z.infer<typeof Remark>

/**
 * A change with its exact price, pinned to a second. Always: Σ lines + tax = total; dueNow = outstanding +
 * max(0, total − balanceUsed); balanceAfter = balanceBefore − balanceUsed + max(0, −total).
 */
export const PlanChangeQuote = z.object({
  quoteId: z.string(),
  /** The time zone of its dates. */
  timeZone: TimeZone,
  expiresAt: z.iso.datetime(),
  from: PlanSide,
  to: PlanSide,
  effect: z.enum(['now', 'period-end']),
  effectiveAt: z.iso.datetime(),
  /** The paid period during which the change is made. */
  period: z.object({ start: z.iso.datetime(), end: z.iso.datetime() }),
  lines: z.array(QuoteLine),
  /** Open invoices and services used to date: paid first, at once, never from the balance. */
  outstanding: Money,
  outstandingLines: z.array(QuoteLine),
  subtotal: Money,
  tax: Money,
  total: Money,
  balanceBefore: Money,
  balanceUsed: Money,
  dueNow: Money,
  balanceAfter: Money,
  nextInvoice: z.nullable(z.object({ date: z.iso.datetime(), amount: Money })),
  gains: z.array(Remark),
  losses: z.array(Remark),
  /** What the customer keeps although the new plan does not include it. */
  keeps: z.optional(z.array(Remark)),
  /**
   * The effect on this month's encounters: `change` are granted at once, or removed when negative; bought ones
   * stay. Missing when nothing changes today.
   */
  encounters: z.optional(z.object({ change: z.int(), until: z.iso.datetime(), bought: z.int() })),
  /** Why it can't be confirmed now. */
  blockers: z.array(Remark),
})
export type PlanChangeQuote = z.infer<typeof PlanChangeQuote>

export const PlanChangeConfirmation = z.strictObject({
  quoteId: z.string().check(z.regex(/^quo_[0-9a-f]{32}$/)),
})
export type PlanChangeConfirmation = z.infer<typeof PlanChangeConfirmation>

/**
 * `requires-action`: the bank asks for confirmation; after `clientSecret` was confirmed, the same confirmation
 * is sent again and returns the result.
 */
export const PlanChangeResult = z.object({
  status: z.enum(['applied', 'scheduled', 'requires-action']),
  clientSecret: z.optional(z.string()),
  billing: Billing,
})
export type PlanChangeResult = z.infer<typeof PlanChangeResult>
