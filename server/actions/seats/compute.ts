import { BillingError } from '../../base/billing-error.ts'
import type { PriceSpec } from '../../billing/catalogue/price-spec.ts'
import { checkoutPrices, isPlan, isSeats, parsePriceKey } from '../../billing/catalogue/prices.ts'
import type { CatalogueSnapshot, PlanVersionSnapshot } from '../../billing/catalogue/snapshot.ts'
import type { AmountLine } from '../../billing/plan-changes/amounts.ts'
import { includedSeats } from '../../billing/seats/included.ts'
import { offeredVersion } from '../../db/catalogue/snapshots.ts'
import type { Ecosystem } from '../../db/ecosystems/ecosystems.ts'
import { usersOf } from '../../db/ecosystems/users.ts'
import { openUsage } from '../../db/usage/usage.ts'
import type { Deps } from '../../deps.ts'
import type { ChangePreview, SubscriptionChange, SubscriptionTerms } from '../../payments/port.ts'
import { catalogueOf } from '../plan-changes/preview.ts'
import { isRunning, owesRenewal } from '../subscriptions/require-active.ts'
import { unbilledUsage } from '../usage/unbilled-lines.ts'

/** A new number of seats, priced at a second. */
export interface PricedLicences {
  at: Date
  plan: PlanVersionSnapshot
  before: number
  included: number
  inUse: number
  /** The price of one seat per interval at that number; null: all are included. */
  unit: number | null
  lines: AmountLine[]
  total: number
  next: { date: Date; amount: number }
  /** null: nothing changes. */
  change: SubscriptionChange | null
}

/**
 * Prices a new total of seats by the customer's own plan version, at a second ("Comprar Licencias y
 * Servicios"). Preview and order both use this function. A total below the seats in use, or below the plan's
 * included seats, is a `BillingError`.
 */
export const computeSeatChange = async (
  deps: Deps,
  ecosystem: Ecosystem,
  terms: SubscriptionTerms,
  { quantity, at }: { quantity: number; at: Date },
): Promise<PricedLicences> => {
  if (!isRunning(terms)) throw new BillingError('no-subscription')
  if (terms.cancelAt) throw new BillingError('subscription-canceling')
  if (terms.schedule?.at) throw new BillingError('change-scheduled')
  const plan = await planInForce(deps, terms)
  const included = includedSeats(plan)
  if (included === null || !plan.parameters.some(({ id }) => id === 'licences'))
    throw new BillingError('licences-not-for-sale')
  const inUse = await usersOf(deps.core, ecosystem.id)
  if (quantity < included) throw new BillingError('licences-included', { included: String(included) })
  if (quantity < inUse) throw new BillingError('licences-in-use', { users: String(inUse) })

  const item = terms.items.find(({ key }) => isSeats(key))
  const before = included + (item?.quantity ?? 0)
  // They would ride on an invoice after the one that was not paid.
  if (quantity > before && owesRenewal(terms)) throw new BillingError('payment-overdue')
  const price = seatsPrice(await catalogueOf(deps, ecosystem), plan, terms, quantity - included)
  const change: SubscriptionChange | null =
    quantity === before
      ? null
      : {
          subscription: terms.id,
          at,
          anchor: 'unchanged',
          bills: 'next',
          items: [{ ...(item && { id: item.id }), ...(price && { price }) }],
        }
  const usage = unbilledUsage(await openUsage(deps.db, ecosystem.id, { currency: terms.currency }))
  const [preview, pending] = await Promise.all([
    deps.payments.previewChange(change ?? { ...unchanged(terms), at }, usage),
    deps.payments.pendingItems(terms.customer, terms.id),
  ])
  const lines = change ? addedLines(preview, new Set(pending.map(({ id }) => id))) : []
  return {
    at,
    plan,
    before,
    included,
    inUse,
    unit: price?.amount ?? null,
    lines,
    total: lines.reduce((sum, { amount }) => sum + amount, 0),
    next: { date: terms.periodEnd, amount: preview.amountDue },
    change,
  }
}

const unchanged = ({ id }: SubscriptionTerms): Omit<SubscriptionChange, 'at'> => ({
  subscription: id,
  anchor: 'unchanged',
  bills: 'next',
  items: [],
})

const planInForce = async ({ db }: Deps, terms: SubscriptionTerms): Promise<PlanVersionSnapshot> => {
  const base = terms.items.find(({ key }) => isPlan(key))!
  return (await offeredVersion(db, parsePriceKey(base.key).versionId))!
}

/** The seat price of the version that was sold, in force or not. */
const seatsPrice = (
  offer: CatalogueSnapshot,
  plan: PlanVersionSnapshot,
  { interval, currency }: SubscriptionTerms,
  licences: number,
): PriceSpec | null => {
  if (licences === 0) return null
  const sold = { ...offer, plans: [{ ...plan, hidden: false }] }
  return checkoutPrices(sold, { plan: plan.id, interval, currency, licences }).prices[1]!
}

/** The prorations of this change. The same invoice also has earlier pending lines and the renewal itself. */
const addedLines = ({ lines }: ChangePreview, waiting: Set<string>): AmountLine[] => {
  const added = lines.filter((line) => line.prorated && !(line.invoiceItem && waiting.has(line.invoiceItem)))
  return [
    ...added.map((line) => ({
      kind: line.amount < 0 ? ('credit' as const) : ('charge' as const),
      amount: line.amount,
      quantity: line.quantity,
      prorated: true,
      of: line.key ? { price: line.key } : null,
      description: line.description,
      period: { start: line.start.toISOString(), end: line.end.toISOString() },
    })),
    ...taxLine(added.reduce((sum, { tax }) => sum + tax, 0)),
  ]
}

const taxLine = (amount: number): AmountLine[] =>
  amount
    ? [
        {
          kind: 'tax',
          amount,
          quantity: 1,
          prorated: false,
          of: { tax: true },
          description: '',
          period: null,
        },
      ]
    : []
