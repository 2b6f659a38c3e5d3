import type { PriceSpec } from '../../billing/catalogue/price-spec.ts'
import type { ChangeShape } from '../../billing/plan-changes/classify.ts'
import type { ChangePreview, NextInvoice, SubscriptionTerms } from '../../payments/port.ts'
import { unbilledUsage } from '../usage/unbilled-lines.ts'
import type { PlanChangeContext } from './context.ts'
import { itemChanges } from './item-changes.ts'

interface Change {
  shape: ChangeShape
  /** Of the invoice that the change makes at once; null: it makes none. */
  preview: ChangePreview | null
  /** What the subscription consists of when it is over. */
  afterwards: PriceSpec[]
}

/** A later change to another interval begins a period of its own. */
export const startsPeriod = ({ later }: ChangeShape, { interval }: SubscriptionTerms): boolean =>
  later !== null && later.interval !== interval

/**
 * How the provider is asked for the invoice after a change. `at`: when it comes, where the provider is asked for a period
 * that begins now in place of then.
 */
export const nextInvoice = (
  { terms, pending, outstanding }: PlanChangeContext,
  { shape, preview, afterwards }: Change,
): { ask: NextInvoice; at: Date | null } => {
  const restarts = shape.now?.anchor === 'now'
  const at = restarts ? endOf(preview!, afterwards) : startsPeriod(shape, terms) ? terms.periodEnd : null
  return {
    at,
    ask: {
      subscription: terms.id,
      items: itemChanges(terms, afterwards),
      anchor: at ? 'now' : 'unchanged',
      withoutItems: preview ? pending.map(({ id }) => id) : [],
      discounts: leftOver(terms, { isSpent: preview !== null, at: at ?? terms.periodEnd }),
      usage: unbilledUsage(outstanding.waiting),
    },
  }
}

/** The end of the period that the change begins. */
const endOf = ({ lines }: ChangePreview, [plan]: PriceSpec[]): Date =>
  lines.find(({ key, amount }) => key === plan!.key && amount > 0)!.end

/** Discounts that reduce the next invoice too; null: all of them do. */
const leftOver = (
  { discounts }: SubscriptionTerms,
  { isSpent, at }: { isSpent: boolean; at: Date },
): string[] | null => {
  const left = discounts.filter(({ once, end }) => !(once && isSpent) && !(end && end <= at))
  return left.length === discounts.length ? null : left.map(({ id }) => id)
}
