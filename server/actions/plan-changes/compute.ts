import type { Interval } from '#contract/money'
import { BillingError } from '../../base/billing-error.ts'
import type { PriceSpec } from '../../billing/catalogue/price-spec.ts'
import { checkoutPrices } from '../../billing/catalogue/prices.ts'
import type { CatalogueSnapshot, PlanVersionSnapshot } from '../../billing/catalogue/snapshot.ts'
import { type AmountLine, quoteAmounts } from '../../billing/plan-changes/amounts.ts'
import { classifyChange, seatsToBuy } from '../../billing/plan-changes/classify.ts'
import type {
  Blocker,
  ChangeSteps,
  PlanSelection,
  PricedChange,
} from '../../billing/plan-changes/priced-change.ts'
import { includedSeats } from '../../billing/seats/included.ts'
import { costOf } from '../../db/usage/usage.ts'
import type { Deps } from '../../deps.ts'
import type {
  ChangePreview,
  PendingItem,
  SubscriptionChange,
  SubscriptionTerms,
} from '../../payments/port.ts'
import type { Outstanding } from '../collections/collect-outstanding.ts'
import type { PlanChangeContext } from './context.ts'
import { itemChanges, seatItem } from './item-changes.ts'
import { nextInvoice, startsPeriod } from './preview-next-invoice.ts'

/** The change that a customer requests, at a pinned second. */
export interface WantedChange {
  plan: string
  interval: Interval
  at: Date
}

const goodForMs = 10 * 60 * 1000

/**
 * Prices a change at a second from the provider's current data, without changing anything. Preview and
 * confirmation both use this function, so that the amount shown is the amount charged. A change that is not
 * possible is a `BillingError`.
 */
export const computePlanChange = async (
  deps: Deps,
  basis: PlanChangeContext,
  wanted: WantedChange,
): Promise<PricedChange> => {
  const { terms, offer, plan, pending, outstanding, users } = basis
  if (terms.cancelAt) throw new BillingError('subscription-canceling')
  const { at } = wanted
  const from = sideInForce(plan, terms)
  const { to, toBuy } = wantedSide(offer, terms, from, wanted)
  const shape = classifyChange(offer.policy, rung(from), rung(to))
  const prices = (interval: Interval) => pricesOf(offer, to.plan, { interval, terms, toBuy })
  const now = shape.now && { ...shape.now, items: itemChanges(terms, prices(shape.now.interval)) }
  const preview = now && (await deps.payments.previewChange(changeAt(terms, at, now)))

  const afterwards = prices(shape.later?.interval ?? to.interval)
  const period = { start: terms.periodStart, end: terms.periodEnd }
  const order = nextInvoice(basis, { shape, preview, afterwards })
  const next = await deps.payments.previewNextInvoice(order.ask)
  const amounts = quoteAmounts({
    currency: terms.currency,
    now: preview && { ...preview, lines: preview.lines.map(lineOf(pending)) },
    outstandingLines: outstandingLines(outstanding),
    balance: preview?.balanceBefore ?? terms.balance,
    nextTotal: next.total,
  })
  return {
    at,
    expiresAt: new Date(Math.min(at.getTime() + goodForMs, period.end.getTime())),
    currency: terms.currency,
    from,
    to,
    shape,
    period,
    nextAt: order.at ?? next.periodStart,
    amounts,
    steps: stepsOf(basis, {
      now: now && { anchor: now.anchor, items: now.items, amountDue: preview!.amountDue },
      later: shape.later && { prices: afterwards, startsPeriod: startsPeriod(shape, terms) },
    }),
    blockers: blockersOf(terms, to, users, amounts.dueNow),
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)

const rung = ({ plan, interval }: PlanSelection) => ({ rank: plan.rank, interval })

/** The current side of the change: the version and the price that were sold. */
const sideInForce = (plan: PlanVersionSnapshot, terms: SubscriptionTerms): PlanSelection => {
  const bought = seatItem(terms)?.quantity ?? 0
  const included = includedSeats(plan)
  return {
    plan,
    interval: terms.interval,
    price: priceOf(plan, terms.interval, terms),
    seats: included === null ? null : included + bought,
  }
}

const changeAt = (
  { id }: SubscriptionTerms,
  at: Date,
  { anchor, items }: Pick<SubscriptionChange, 'anchor' | 'items'>,
): SubscriptionChange => ({ subscription: id, at, anchor, items, bills: 'now' })

const priceOf = (plan: PlanVersionSnapshot, interval: Interval, { currency }: SubscriptionTerms): number =>
  plan.prices.find((price) => price.currency === currency && price.interval === interval)?.amount ?? 0

/**
 * The requested side: it must be published, priced and offered in this catalogue. The number of seats stays the
 * same.
 */
const wantedSide = (
  offer: CatalogueSnapshot,
  terms: SubscriptionTerms,
  from: PlanSelection,
  wanted: WantedChange,
) => {
  const { currency } = terms
  const { plan } = checkoutPrices(offer, { plan: wanted.plan, interval: wanted.interval, currency })
  if (plan.versionId === from.plan.versionId && wanted.interval === from.interval)
    throw new BillingError('same-plan')
  const included = includedSeats(plan)
  const sellsSeats = plan.parameters.some(({ id }) => id === 'licences')
  const toBuy = sellsSeats ? seatsToBuy(from.seats, included) : 0
  const seats = included === null ? null : included + toBuy
  const to: PlanSelection = {
    plan,
    interval: wanted.interval,
    price: priceOf(plan, wanted.interval, terms),
    seats,
  }
  return { to, toBuy }
}

const pricesOf = (
  offer: CatalogueSnapshot,
  plan: PlanVersionSnapshot,
  { interval, terms, toBuy }: { interval: Interval; terms: SubscriptionTerms; toBuy: number },
): PriceSpec[] =>
  checkoutPrices(offer, { plan: plan.id, interval, currency: terms.currency, licences: toBuy }).prices

const lineOf =
  (pending: PendingItem[]) =>
  (line: ChangePreview['lines'][number]): AmountLine => {
    const waited = pending.some(({ id }) => id === line.invoiceItem)
    return {
      kind: waited ? 'pending' : line.amount < 0 ? 'credit' : 'charge',
      amount: line.amount,
      quantity: line.quantity,
      prorated: line.prorated,
      of: line.key ? { price: line.key } : null,
      description: line.description,
      period: { start: line.start.toISOString(), end: line.end.toISOString() },
    }
  }

const outstandingLines = ({ invoices, usage }: Outstanding): AmountLine[] => [
  ...invoices.map(({ number, amount, id }) => ({
    ...plain,
    kind: 'pending' as const,
    amount,
    of: { invoice: number ?? id },
  })),
  ...[...Map.groupBy(usage, ({ service, unit }) => `${service} ${unit}`).values()].map((rows) => ({
    ...plain,
    kind: 'service' as const,
    amount: costOf(rows),
    quantity: sum(rows.map(({ units }) => units)),
    of: { service: rows[0]!.service },
  })),
]

const plain = { quantity: 1, prorated: false, description: '', period: null }

const stepsOf = (
  { terms, until, outstanding: { invoices, usage } }: PlanChangeContext,
  { now, later }: Pick<ChangeSteps, 'now' | 'later'>,
): ChangeSteps => ({
  subscription: terms.id,
  customer: terms.customer,
  settle: {
    invoices: invoices.map(({ id }) => id),
    seenUntil: until.toISOString(),
    usageUntil: usage.length ? until.toISOString() : null,
  },
  now,
  later,
})

const blockersOf = (
  terms: SubscriptionTerms,
  to: PlanSelection,
  users: number,
  dueNow: number,
): Blocker[] => [
  ...(terms.schedule?.at ? [{ code: 'change-scheduled' as const, facts: {} }] : []),
  ...(to.seats !== null && users > to.seats
    ? [
        {
          code: 'too-many-users' as const,
          facts: { users: String(users), limit: String(to.seats) },
        },
      ]
    : []),
  ...(dueNow > 0 && !terms.methodId ? [{ code: 'no-payment-method' as const, facts: {} }] : []),
]
