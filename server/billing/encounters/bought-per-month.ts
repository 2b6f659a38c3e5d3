import { isoDay } from '../calendar/date-text.ts'

/** The ecosystem's local month of a moment: `2026-11`. */
const monthOf = (at: Date, timeZone: string): string => isoDay(at, timeZone).slice(0, 7)

const before = (month: string, months: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 - months, 1)).toISOString().slice(0, 7)
}

/**
 * What was bought in each of the last `months` months, oldest first, this month last; months without a purchase
 * are 0.
 */
export const boughtPerMonth = (
  purchases: readonly { paidAt: Date | null; quantity: number }[],
  { now, timeZone, months }: { now: Date; timeZone: string; months: number },
): { month: string; bought: number }[] => {
  const current = monthOf(now, timeZone)
  return Array.from({ length: months }, (_, index) => {
    const month = before(current, months - 1 - index)
    const own = purchases.filter(({ paidAt }) => paidAt && monthOf(paidAt, timeZone) === month)
    return { month, bought: own.reduce((sum, { quantity }) => sum + quantity, 0) }
  })
}
