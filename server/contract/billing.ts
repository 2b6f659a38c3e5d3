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

/** A change that takes effect at the end of the paid period. */
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

/** A notice for the customer, in their language. */
export const Notice = z.object({
  code: z.string(),
  text: z.string(),
  at: z.optional(z.iso.datetime()),
  /** Facts that an element acts on: the `plan` to move to, and its `planName`. */
  facts: z.optional(z.record(z.string(), z.union([z.string(), z.int()]))),
})
export type Notice = z.infer<typeof Notice>

/** A renewal that could not be charged. */
export const Due = z.object({
  /** The oldest unpaid invoice: paid by `POST …/invoices/{id}/pay`. */
  invoice: z.string(),
  /** The total that is owed. */
  amount: Money,
  /** The unpaid invoices, oldest first: each is paid separately, with its amount as `expectedTotal`. */
  invoices: z.optional(z.array(z.object({ id: z.string(), amount: Money }))),
  since: z.iso.datetime(),
  /** The reason: a code, as in `insufficient-funds`, and its text. */
  reason: z.object({ code: z.string(), text: z.string() }),
  /** The bank asks for the card holder's confirmation, which paying in the page allows. */
  needsAction: z.boolean(),
  /** When the provider retries by itself. */
  retryAt: z.nullable(z.iso.datetime()),
  /** When the ecosystem is suspended unless this is paid. */
  suspendsAt: z.iso.datetime(),
})
export type Due = z.infer<typeof Due>

/** Everything that the billing panel shows of an ecosystem. */
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
  /** The price of that version per interval, without licences; missing without a subscription. */
  planPrice: z.optional(Money),
  currency: Currency,
  /** Its time zone, as in `America/Mexico_City`. */
  timeZone: TimeZone,
  /** `included`: part of the plan; `bought`: in addition; null: unlimited. */
  licences: z.object({
    total: z.nullable(z.int()),
    inUse: z.int(),
    included: z.nullable(z.int()),
    bought: z.int(),
    /** The price per seat by the number bought, on the terms in force, smallest first; empty: not for sale. */
    packages: z.optional(z.array(Package)),
  }),
  encounters: z.object({
    /** Included and bought ones together. */
    available: z.int(),
    /**
     * The encounters that the plan includes this month; the rest expires at `until`. Missing or null: none are
     * included now.
     */
    included: z.optional(z.nullable(z.object({ left: z.int(), of: z.int(), until: z.iso.datetime() }))),
    /** Bought and unused ones: they never expire. */
    bought: z.optional(z.int()),
    /** The packages that are for sale, as for licences. */
    packages: z.optional(z.array(Package)),
    /**
     * How many were bought in each of the last six months, this month last; `month` as in `2026-11`. Missing:
     * none were ever bought.
     */
    monthly: z.optional(z.array(z.object({ month: z.string(), bought: z.int() }))),
  }),
  /** `used`: units that wait for the next invoice, and their cost. */
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
  /** What is owed since a charge failed; missing: nothing. */
  due: z.optional(Due),
  /** When a cancelled subscription ends or ended. */
  accessUntil: z.nullable(z.iso.datetime()),
  /** What cancelling now would mean; missing when there is nothing to cancel. */
  ifCanceled: z.optional(
    z.object({
      accessUntil: z.iso.datetime(),
      dataUntil: z.iso.datetime(),
      /**
       * Services used to date, which are charged at once; amounts below the card minimum wait for the last
       * invoice.
       */
      dueNow: Money,
    }),
  ),
  trialEndsAt: z.nullable(z.iso.datetime()),
  pendingChange: z.nullable(PendingChange),
  paymentMethod: z.nullable(PaymentMethod),
  notices: z.array(Notice),
})
export type Billing = z.infer<typeof Billing>
