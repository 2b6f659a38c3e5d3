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

/** At the beginning of work, where somebody is. */
const hour = 9

/** When a renewal is reminded of ("Recordatorios"), soonest first; a short first period has fewer. */
export const renewalReminders = (
  { periodStart, periodEnd, interval, timeZone }: Period,
  { reminders }: Pick<Policy, 'reminders'>,
): RenewalReminder[] =>
  reminders[interval]
    .map((days) => ({ days, at: hourOfDay(daysLater(periodEnd, -days, timeZone), hour, timeZone) }))
    .filter(({ at }) => at > periodStart && at < periodEnd)
    .sort((one, other) => +one.at - +other.at)

/** The one that is due: after downtime the last says it all, and after the renewal none does. */
export const dueReminder = (
  reminders: RenewalReminder[],
  period: Period,
  now: Date,
): RenewalReminder | null =>
  now < period.periodEnd ? (reminders.findLast(({ at }) => at <= now) ?? null) : null
