import type { Draft } from '../../draft.ts'
import type { Schedule } from '../../kinds.ts'
import { cancelNow } from '../subscription/cancel.ts'
import { enterPhase } from './enter-phase.ts'
import { startScheduled } from './start.ts'

/** A phase has ended: the next one begins, or the schedule is complete. */
export const runDueSchedule = (draft: Draft, id: string): void => {
  const schedule = draft.need('subscription_schedule', id)
  if (schedule.status === 'not_started') {
    startScheduled(draft, schedule)
    return
  }
  const next = schedule.phases.find((phase) => phase.start_date <= draft.now && phase.end_date > draft.now)
  if (!next) {
    finish(draft, schedule)
    return
  }
  enterPhase(draft, schedule.subscription!, next)
  const after = draft.change('subscription_schedule', id, {
    current_phase: { start_date: next.start_date, end_date: next.end_date },
  })
  draft.emit('subscription_schedule.updated', after)
  draft.emit('customer.subscription.updated', draft.need('subscription', schedule.subscription!))
}

const finish = (draft: Draft, schedule: Schedule) => {
  if (schedule.end_behavior === 'cancel') {
    draft.change('subscription', schedule.subscription!, { schedule: null })
    cancelNow(draft, schedule.subscription!, { credits: false, invoices: true })
    const completed = draft.change('subscription_schedule', schedule.id, {
      completed_at: draft.now,
      current_phase: null,
      status: 'completed',
    })
    draft.emit('subscription_schedule.completed', completed)
    return
  }
  releaseSchedule(draft, schedule.id)
}

/** Releases the subscription: it continues unchanged without the schedule. */
export const releaseSchedule = (draft: Draft, id: string): Schedule => {
  const before = draft.need('subscription_schedule', id)
  const schedule = draft.change('subscription_schedule', id, {
    current_phase: null,
    released_at: draft.now,
    released_subscription: before.subscription,
    status: 'released',
    subscription: null,
  })
  draft.emit('subscription_schedule.released', schedule)
  if (before.subscription) {
    const subscription = draft.change('subscription', before.subscription, { schedule: null })
    draft.emit('customer.subscription.updated', subscription)
  }
  return schedule
}
