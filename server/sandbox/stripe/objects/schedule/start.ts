import type { Draft } from '../../draft.ts'
import type { Schedule } from '../../kinds.ts'
import { createSubscription } from '../subscription/create.ts'

/** Creates the subscription of a schedule whose first phase begins. */
export const startScheduled = (draft: Draft, schedule: Schedule): void => {
  const phase = schedule.phases[0]!
  const subscription = createSubscription(draft, {
    customer: schedule.customer,
    items: phase.items.map((item) => ({
      price: item.price as string,
      quantity: item.quantity ?? 1,
      discounts: item.discounts.map(({ discount }) => ({ discount: discount as string })),
    })),
    discounts: phase.discounts.map(({ discount }) => ({ discount: discount as string })),
    default_tax_rates: (phase.default_tax_rates ?? []).map(({ id }) => id),
    off_session: true,
  })
  draft.change('subscription', subscription.id, { schedule: schedule.id })
  const started = draft.change('subscription_schedule', schedule.id, {
    current_phase: { start_date: phase.start_date, end_date: phase.end_date },
    status: 'active',
    subscription: subscription.id,
  })
  draft.emit('subscription_schedule.updated', started)
}
