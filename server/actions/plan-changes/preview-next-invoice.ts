import type { PriceSpec } from '../../billing/catalogue/price-spec.ts'
import type { ChangeShape } from '../../billing/plan-changes/classify.ts'
import type { ChangePreview, NextInvoice, SubscriptionTerms } from '../../payments/port.ts'
import { unbilledUsage } from '../usage/unbilled-lines.ts'
import type { PlanChangeContext } from './context.ts'
import { itemChanges } from './item-changes.ts'

interface Change {
  shape: ChangeShape
  /** The preview of the immediate invoice; null: the change makes none. */
  preview: ChangePreview | null
  /** What the subscription consists of after the change. */
  afterwards: PriceSpec[]
}

/** Whether the change begins a new period: a later change to another interval does. */
export const startsPeriod = ({ later }: ChangeShape, { interval }: SubscriptionTerms): boolean =>
  later !== null && later.interval !== interval

/**
 * The request for the provider's preview of the invoice after a change. `at`: the date of that invoice, when
 * the provider previews it as a period that begins now.
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
