import * as z from 'zod/mini'
import { Money } from './money.ts'
import { TimeZone } from './time-zone.ts'

/** A movement of the balance: a positive amount adds to it. */
export const BalanceMovement = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  amount: Money,
  reason: z.string(),
  invoice: z.optional(z.string()),
})
export type BalanceMovement = z.infer<typeof BalanceMovement>

/** The customer's credit ("saldo a favor") in one currency; negative means owed. */
export const Balance = z.object({
  balance: Money,
  /** The time zone of its movements' dates. */
  timeZone: TimeZone,
  movements: z.array(BalanceMovement),
})
export type Balance = z.infer<typeof Balance>
