import type Stripe from 'stripe'
import type { ScheduledChange, ScheduledState } from '../port.ts'
import type { PriceOf } from './prices.ts'
import { priceKeys } from './prices.ts'

/**
 * Lets a subscription become something else when its period ends; the same key again changes nothing more. False: the
 * provider does not take the change, because the subscription is not what it was.
 */
export const scheduleChange = async (
  stripe: Stripe,
  priceOf: PriceOf,
  change: ScheduledChange,
  key: string,
): Promise<boolean> => {
  const made = await unlessRefused(
    stripe.subscriptionSchedules.create(
      { from_subscription: change.subscription },
      { idempotencyKey: `${key}/create` },
    ),
  )
  if (!made) return false
  if (await unlessRefused(addPhase(stripe, priceOf, made, change, key))) return true
  // Half of it would stand in the way of every other change.
  await releaseSchedule(stripe, made.id)
  return false
}

const unlessRefused = async <T>(call: Promise<T>): Promise<T | null> => {
  try {
    return await call
  } catch (error) {
    if ((error as Stripe.errors.StripeError).type !== 'StripeInvalidRequestError') throw error
    return null
  }
}

const addPhase = async (
  stripe: Stripe,
  priceOf: PriceOf,
  made: Stripe.SubscriptionSchedule,
  change: ScheduledChange,
  key: string,
) => {
  const now = made.phases[0]!
  const later = []
  for (const price of change.prices) later.push({ price: await priceOf(price), quantity: price.quantity })
  return stripe.subscriptionSchedules.update(
    made.id,
    {
      end_behavior: 'release',
      phases: [
        {
          items: now.items.map((item) => ({ price: idOf(item.price), quantity: item.quantity ?? 1 })),
          start_date: now.start_date,
          end_date: now.end_date,
          proration_behavior: 'none',
        },
        {
          items: later,
          duration: { interval: change.prices[0]!.interval, interval_count: 1 },
          proration_behavior: 'none',
          ...(change.startsPeriod && { billing_cycle_anchor: 'phase_start' as const }),
        },
      ],
    },
    { idempotencyKey: `${key}/update` },
  )
}

/** Gives a scheduled change up, or lets go of one that has happened; a cancellation stays as it is. */
export const releaseSchedule = async (stripe: Stripe, id: string): Promise<void> => {
  const schedule = await stripe.subscriptionSchedules.retrieve(id)
  if (schedule.status !== 'active' && schedule.status !== 'not_started') return
  await stripe.subscriptionSchedules.release(
    id,
    { preserve_cancel_date: true },
    { idempotencyKey: `release/${id}` },
  )
}

/** What a schedule still has before it. `isOver`: it has done its work and may go. */
export const readSchedule = async (
  stripe: Stripe,
  schedule: Stripe.SubscriptionSchedule,
): Promise<ScheduledState> => {
  const next = schedule.phases.find(
    ({ start_date }) => start_date > (schedule.current_phase?.start_date ?? 0),
  )
  const keyOf = priceKeys(stripe)
  const items = []
  for (const item of next?.items ?? [])
    items.push({ key: (await keyOf(item.price)) ?? '', quantity: item.quantity ?? 1 })
  return {
    id: schedule.id,
    at: next ? new Date(next.start_date * 1000) : null,
    items,
    isOver: !next && schedule.phases.length > 1,
  }
}

const idOf = (reference: string | { id: string }) =>
  typeof reference === 'string' ? reference : reference.id
