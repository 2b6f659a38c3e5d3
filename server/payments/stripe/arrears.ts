import type Stripe from 'stripe'
import type { ArrearsState, ChangeOutcome, SubscriptionTerms } from '../port.ts'
import { outcomeOfInvoice } from './invoices.ts'

const owing = new Set(['past_due', 'unpaid'])

/**
 * What a subscription owes since a renewal could not be charged; null: nothing. An invoice is first charged
 * when it is finalised, so that is when its first charge failed, even if messages about it were lost or late.
 */
export const readArrears = async (
  stripe: Stripe,
  { id, status, waitingFor, methodId }: SubscriptionTerms,
): Promise<ArrearsState | null> => {
  if (!owing.has(status)) return null
  const { data } = await stripe.invoices.list({ subscription: id, status: 'open', limit: 100 })
  // An invoice that waits for a plan change is no debt: the change may be rolled back.
  const unpaid = data.filter((invoice) => invoice.attempted && invoice.id !== waitingFor)
  const oldest = unpaid.at(-1)
  if (!oldest) return null
  const outcome = await outcomeOfInvoice(stripe, oldest.id!)
  const invoices = unpaid.map(({ id, amount_remaining }) => ({ id: id!, amount: amount_remaining })).reverse()
  return {
    invoice: oldest.id!,
    since: instantOf(oldest.status_transitions.finalized_at ?? oldest.created),
    amount: invoices.reduce((sum, { amount }) => sum + amount, 0),
    invoices,
    reason: reasonOf(outcome, methodId),
    needsAction: outcome.status === 'requires-action',
    retryAt: oldest.next_payment_attempt ? instantOf(oldest.next_payment_attempt) : null,
  }
}

/** Without an attempt at the bank there was no decline: there was no card to charge. */
const reasonOf = ({ status, reason }: ChangeOutcome, methodId: string | null): string | null => {
  if (reason) return reason
  if (status === 'requires-action') return 'authentication_required'
  return methodId ? null : 'no_payment_method'
}

const instantOf = (seconds: number) => new Date(seconds * 1000)
