import * as z from 'zod/mini'
import { Interval, Money } from './money.ts'
import { Slug } from './plan.ts'

/** The cheapest plan that fits the actual use, with the reason as text. */
export const Recommendation = z.object({
  plan: Slug,
  planName: z.string(),
  interval: Interval,
  /** Whether it is the customer's current plan. */
  isCurrent: z.boolean(),
  reason: z.object({
    code: z.enum(['fits', 'cheaper', 'limit-near', 'limit-reached']),
    text: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.int()])),
  }),
  usage: z.object({
    users: z.int(),
    /** Used per month: included ones that were used, and those bought in the last 30 days. */
    encounters: z.int(),
    services: z.array(z.object({ id: z.string(), units: z.int() })),
    /** The cost of a month of this usage on the current plan. */
    monthlyCost: z.nullable(Money),
    /** The cost on the recommended plan. */
    monthlyCostThere: z.nullable(Money),
  }),
})
export type Recommendation = z.infer<typeof Recommendation>
