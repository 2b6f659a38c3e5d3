import type { RecurringTasks } from '../messaging/scheduler.ts'

const hourMs = 60 * 60 * 1000
const dayMs = 24 * hourMs

/** The first full period after a moment, counted from `offset` past midnight, UTC. */
const every =
  (periodMs: number, offsetMs = 0) =>
  (at: Date): Date =>
    new Date((Math.floor((at.getTime() - offsetMs) / periodMs) + 1) * periodMs + offsetMs)

/** The recurring tasks and their times. */
export const recurringTasks: RecurringTasks = {
  'backfill-missed-events': { nextAfter: every(hourMs), missed: 'once' },
  'prune-rate-limits': { nextAfter: every(hourMs), missed: 'once' },
  'prune-idempotency-keys': { nextAfter: every(dayMs, 11 * hourMs), missed: 'once' },
  'watch-all-limits': { nextAfter: every(6 * hourMs), missed: 'once' },
  // Archives prices that are no longer needed, and creates those that are sold from tomorrow.
  'sync-catalogues': { nextAfter: every(dayMs, 10 * hourMs), missed: 'once' },
  // Half past three at night in Mexico City.
  'enqueue-reconciliation': { nextAfter: every(dayMs, 9.5 * hourMs), missed: 'once' },
}
