import type { Policy } from '#contract/policy'
import { daysLater } from '../calendar/days.ts'

interface Trial {
  trialEndsAt: Date
  createdAt: Date
  timeZone: string
}

/** When a trial's end is announced, and how many days before; soonest first. */
export const trialReminders = (
  { trialEndsAt, createdAt, timeZone }: Trial,
  { reminders }: Pick<Policy, 'reminders'>,
): { days: number; at: Date }[] =>
  reminders.month
    .map((days) => ({ days, at: daysLater(trialEndsAt, -days, timeZone) }))
    .filter(({ at }) => at > createdAt)
    .sort((one, other) => +one.at - +other.at)
