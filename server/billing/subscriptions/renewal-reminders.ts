import type { Interval } from '#contract/money'
import type { Policy } from '#contract/policy'
import { daysLater, hourOfDay } from '../calendar/days.ts'

interface Period {
  periodStart: Date
  periodEnd: Date
  interval: Interval
  timeZone: string
}

/** A reminder of the renewal at the end of a period. */
export interface RenewalReminder {
  days: number
  at: Date
}

/** The start of the local working day. */
const hour = 9

/** When reminders of a renewal are sent ("Recordatorios"), soonest first; a short first period has fewer. */
export const renewalReminders = (
  { periodStart, periodEnd, interval, timeZone }: Period,
  { reminders }: Pick<Policy, 'reminders'>,
): RenewalReminder[] =>
  reminders[interval]
    .map((days) => ({ days, at: hourOfDay(daysLater(periodEnd, -days, timeZone), hour, timeZone) }))
    .filter(({ at }) => at > periodStart && at < periodEnd)
    .sort((one, other) => +one.at - +other.at)

/** The reminder that is due: after downtime only the last one, and none after the renewal. */
export const dueReminder = (
  reminders: RenewalReminder[],
  period: Period,
  now: Date,
): RenewalReminder | null =>
  now < period.periodEnd ? (reminders.findLast(({ at }) => at <= now) ?? null) : null
