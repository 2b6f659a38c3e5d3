import { costOf, type UsageRow } from '../../db/usage/usage.ts'
import type { UnbilledUsage } from '../../payments/port.ts'

/** Recorded services as invoice lines, one line for each service. */
export const unbilledUsage = (rows: UsageRow[]): UnbilledUsage[] =>
  [...Map.groupBy(rows, ({ service, currency }) => `${service} ${currency}`).values()].map((used) => ({
    description: used[0]!.service,
    currency: used[0]!.currency,
    amount: costOf(used),
  }))
