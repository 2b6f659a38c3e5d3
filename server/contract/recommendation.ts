import * as z from 'zod/mini'
import { Interval, Money } from './money.ts'
import { Slug } from './plan.ts'

/** The cheapest plan that fits what is really used, with its reason in words. */
export const Recommendation = z.object({
  plan: Slug,
  planName: z.string(),
  interval: Interval,
  /** Whether it is the plan that they have. */
  isCurrent: z.boolean(),
  reason: z.object({
    code: z.enum(['fits', 'cheaper', 'limit-near', 'limit-reached']),
    text: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.int()])),
  }),
  usage: z.object({
    users: z.int(),
    /** Needed in a month: the included ones that were used, and those that were bought in the last 30 days. */
    encounters: z.int(),
    services: z.array(z.object({ id: z.string(), units: z.int() })),
    /** What the current plan costs them for a month of this usage. */
    monthlyCost: z.nullable(Money),
    /** What the recommended one would. */
    monthlyCostThere: z.nullable(Money),
  }),
})
export type Recommendation = z.infer<typeof Recommendation>
