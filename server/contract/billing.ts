import * as z from 'zod/mini'
import { Currency, Interval, Money } from './money.ts'
import { Package, Slug } from './plan.ts'
import { TimeZone } from './time-zone.ts'

export const EcosystemStatus = z.enum([
  'trialing',
  'active',
  'pending',
  'past-due',
  'suspended',
  'canceling',
  'canceled',
])
export type EcosystemStatus = z.infer<typeof EcosystemStatus>

/** A change that waits for the end of the paid period. */
export const PendingChange = z.object({
  plan: Slug,
  planName: z.string(),
  interval: Interval,
  effectiveAt: z.iso.datetime(),
})
export type PendingChange = z.infer<typeof PendingChange>

export const PaymentMethod = z.object({
  brand: z.string(),
  last4: z.string(),
  expiresMonth: z.int(),
  expiresYear: z.int(),
})
export type PaymentMethod = z.infer<typeof PaymentMethod>

/** Something the customer should know, with words in their language. */
export const Notice = z.object({
  code: z.string(),
  text: z.string(),
  at: z.optional(z.iso.datetime()),
  /** What an element may act by: the `plan` to move to, and its `planName`. */
  facts: z.optional(z.record(z.string(), z.union([z.string(), z.int()]))),
})
export type Notice = z.infer<typeof Notice>

/** A renewal that could not be charged. */
export const Due = z.object({
  /** The oldest unpaid invoice: paid by `POST …/invoices/{id}/pay`. */
  invoice: z.string(),
  /** Everything that is owed. */
  amount: Money,
  /** What that is made of, oldest first: each is paid by itself, with its amount as `expectedTotal`. */
  invoices: z.optional(z.array(z.object({ id: z.string(), amount: Money }))),
  since: z.iso.datetime(),
  /** Why, as in `insufficient-funds`, and in words. */
  reason: z.object({ code: z.string(), text: z.string() }),
  /** The bank wants to ask the card's holder: paying it in the page lets it. */
  needsAction: z.boolean(),
  /** When it is tried again by itself. */
  retryAt: z.nullable(z.iso.datetime()),
  /** From then on the ecosystem is suspended, unless it is paid. */
  suspendsAt: z.iso.datetime(),
})
export type Due = z.infer<typeof Due>

/** Everything the billing panel says of an ecosystem on one look. */
export const Billing = z.object({
  ecosystem: Slug,
  company: z.string(),
  catalogue: Slug,
  status: EcosystemStatus,
  plan: Slug,
  planName: z.string(),
  planVersion: z.int(),
  /** null while in trial. */
  interval: z.nullable(Interval),
  /** Of that version for one interval, without licences; absent while nothing is subscribed. */
  planPrice: z.optional(Money),
  currency: Currency,
  /** Where its days begin, as in `America/Mexico_City`. */
  timeZone: TimeZone,
  /** `included`: part of the plan; `bought`: on top; null: unlimited. */
  licences: z.object({
    total: z.nullable(z.int()),
    inUse: z.int(),
    included: z.nullable(z.int()),
    bought: z.int(),
    /** A seat's price by how many are bought, on the terms in force, smallest first; none: not for sale. */
    packages: z.optional(z.array(Package)),
  }),
  encounters: z.object({
    /** Included and bought ones together. */
    available: z.int(),
    /** Of those that the plan grants this month; what is left ends at `until`. Absent or null: none are granted now. */
    included: z.optional(z.nullable(z.object({ left: z.int(), of: z.int(), until: z.iso.datetime() }))),
    /** Those that were bought and not used: they never end. */
    bought: z.optional(z.int()),
    /** What they are sold in, as the licences are. */
    packages: z.optional(z.array(Package)),
    /** Bought in each of the last six months, this one last; `month` as in `2026-11`. Absent: none ever bought. */
    monthly: z.optional(z.array(z.object({ month: z.string(), bought: z.int() }))),
  }),
  /** `used`: units that wait for the next invoice, and what they cost. */
  services: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      unit: Money,
      used: z.object({ units: z.int(), total: Money }),
    }),
  ),
  balance: Money,
  nextPayment: z.nullable(z.object({ date: z.iso.datetime(), amount: Money })),
  lastPayment: z.nullable(z.object({ date: z.iso.datetime(), amount: Money })),
  /** What is owed since a charge failed; absent: nothing. */
  due: z.optional(Due),
  /** When a cancelled subscription ends or ended. */
  accessUntil: z.nullable(z.iso.datetime()),
  /** What cancelling now would come to; absent where there is nothing to cancel. */
  ifCanceled: z.optional(
    z.object({
      accessUntil: z.iso.datetime(),
      dataUntil: z.iso.datetime(),
      /** Services used to date, charged at once; what is too little for a card waits for the last invoice. */
      dueNow: Money,
    }),
  ),
  trialEndsAt: z.nullable(z.iso.datetime()),
  pendingChange: z.nullable(PendingChange),
  paymentMethod: z.nullable(PaymentMethod),
  notices: z.array(Notice),
})
export type Billing = z.infer<typeof Billing>
