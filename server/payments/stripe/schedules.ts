import type Stripe from 'stripe'
import { isPlan, isSeats } from '../../billing/catalogue/prices.ts'
import type { ScheduledChange, ScheduledState } from '../port.ts'
import type { PriceOf } from './prices.ts'
import { priceKeys } from './prices.ts'

/**
 * Schedules a change of a subscription for the end of its period; the same key again changes nothing more.
 * False: the provider does not accept it, because the subscription has changed in the meantime.
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
  // A half-made schedule would block every other change.
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
 * A phase loses what it does not list again. A discount keeps its end date when it is listed by its own id;
 * when the subscription has none, the customer's discount applies only if the phase mentions none.
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

/** Cancels a scheduled change, or releases one that has happened; a cancellation stays as it is. */
export const releaseSchedule = async (stripe: Stripe, id: string): Promise<void> => {
  const schedule = await stripe.subscriptionSchedules.retrieve(id)
  if (schedule.status !== 'active' && schedule.status !== 'not_started') return
  await stripe.subscriptionSchedules.release(
    id,
    { preserve_cancel_date: true },
    { idempotencyKey: `release/${id}` },
  )
}

/** The future phase of a schedule. `isOver`: it has done its work and can be released. */
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
