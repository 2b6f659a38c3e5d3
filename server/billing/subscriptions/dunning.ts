import type { Policy } from '#contract/policy'
import { daysLater } from '../calendar/days.ts'

/** When an ecosystem is suspended because a charge failed ("Suspensión por falta de pago"). */
export const suspensionOf = (
  arrears: { since: string } | null,
  { unpaid }: Pick<Policy, 'unpaid'>,
  timeZone: string,
): Date | null => arrears && daysLater(new Date(arrears.since), unpaid.suspendAfterDays, timeZone)
