import type { Delivery, Invoice, Kind, Schedule, Session, Subscription, SubscriptionState } from './kinds.ts'

interface Due {
  at: number
  /** Of things in the same second, lower ranks happen first. */
  rank: number
}

/** When something happens to this object by itself, if ever. Deliveries are sent by the webhook sender, not here. */
export const dueOf = (kind: Kind, object: object): Due | null => {
  const read = READERS[kind] as ((object: never) => Due | null) | undefined
  return read?.(object as never) ?? null
}

const earliest = (...times: (number | null | undefined)[]): number | null =>
  times.reduce<number | null>((least, time) => (time && (!least || time < least) ? time : least), null)

const at = (time: number | null | undefined, rank: number): Due | null => (time ? { at: time, rank } : null)

const READERS: Partial<Record<Kind, (object: never) => Due | null>> = {
  'checkout.session': (session: Session) => at(session.status === 'open' ? session.expires_at : null, 0),
  // An update or a resumption that waits for its payment expires before the end of the period that it changes.
  'internal.subscription': (state: SubscriptionState) =>
    at(earliest(state.resumption?.expiresAt, state.announceTrialAt), 1),
  subscription_schedule: (schedule: Schedule) => at(scheduleDue(schedule), 2),
  subscription: (subscription: Subscription) => subscriptionDue(subscription),
  invoice: (invoice: Invoice) => at(invoiceDue(invoice), 4),
}

const subscriptionDue = (subscription: Subscription): Due | null => {
  const { status } = subscription
  if (subscription.ended_at) return null
  if (status === 'incomplete') return at(subscription.created + 23 * 3600, 3)
  const times: number[] = []
  if (subscription.cancel_at) times.push(subscription.cancel_at)
  if (subscription.pending_update) times.push(subscription.pending_update.expires_at)
  if (subscription.pause_collection?.resumes_at) times.push(subscription.pause_collection.resumes_at)
  if (status === 'trialing') times.push(subscription.trial_end!)
  else if (status !== 'paused')
    for (const item of subscription.items.data) times.push(item.current_period_end)
  return times.length ? { at: Math.min(...times), rank: 3 } : null
}

const invoiceDue = (invoice: Invoice): number | null => {
  if (invoice.status === 'draft') return invoice.auto_advance ? invoice.automatically_finalizes_at : null
  return invoice.status === 'open' ? invoice.next_payment_attempt : null
}

const scheduleDue = (schedule: Schedule): number | null => {
  if (schedule.status === 'not_started') return schedule.phases[0]?.start_date ?? null
  return schedule.status === 'active' ? (schedule.current_phase?.end_date ?? null) : null
}

export const isDue = (delivery: Delivery, now: number): boolean =>
  delivery.nextAt !== null && delivery.nextAt <= now
