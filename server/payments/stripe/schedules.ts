import type Stripe from 'stripe'
import { isPlan, isSeats } from '../../billing/catalogue/prices.ts'
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
  const keyOf = priceKeys(stripe)
  const known = await Promise.all(
    now.items.map(async (item) => ({ item: itemOf(item), key: (await keyOf(item.price)) ?? '' })),
  )
  const later = []
  for (const price of change.prices) {
    const before = known.find(({ key }) => (isSeats(price.key) ? isSeats(key) : isPlan(key)))
    later.push({ ...before?.item, price: await priceOf(price), quantity: price.quantity })
  }
  const others = known.filter(({ key }) => !isPlan(key) && !isSeats(key)).map(({ item }) => item)
  return stripe.subscriptionSchedules.update(
    made.id,
    {
      end_behavior: 'release',
      phases: [
        {
          ...keptBy(now),
          items: known.map(({ item }) => item),
          start_date: now.start_date,
          end_date: now.end_date,
          proration_behavior: 'none',
        },
        {
          ...keptBy(now),
          items: [...later, ...others],
          duration: { interval: change.prices[0]!.interval, interval_count: 1 },
          proration_behavior: 'none',
          ...(change.startsPeriod && { billing_cycle_anchor: 'phase_start' as const }),
        },
      ],
    },
    { idempotencyKey: `${key}/update` },
  )
}

type Phase = Stripe.SubscriptionSchedule.Phase

/**
 * What a phase does not list again is lost. A discount keeps its time when it is listed by its own id; where there is
 * none, the customer's is passed on only if the phase does not mention any.
 */
const keptBy = ({ discounts, default_tax_rates, metadata }: Phase) => ({
  ...discountsOf(discounts),
  ...(default_tax_rates?.length && { default_tax_rates: default_tax_rates.map(({ id }) => id) }),
  ...(metadata && { metadata }),
})

const itemOf = ({ price, quantity, discounts, tax_rates, metadata }: Phase['items'][number]) => ({
  price: idOf(price),
  quantity: quantity ?? 1,
  ...discountsOf(discounts),
  ...(tax_rates?.length && { tax_rates: tax_rates.map(({ id }) => id) }),
  ...(metadata && { metadata }),
})

const discountsOf = (discounts: Phase['discounts']) => {
  const ids = discounts.flatMap(({ discount }) => (discount ? [{ discount: idOf(discount) }] : []))
  return ids.length ? { discounts: ids } : {}
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
