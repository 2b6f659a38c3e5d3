import { changedAt, grantedIn } from '../../billing/encounters/included-month.ts'
import type { EncounterEffect } from '../../billing/plan-changes/encounter-remarks.ts'
import type { PricedChange } from '../../billing/plan-changes/priced-change.ts'
import type { Ecosystem } from '../../db/ecosystems/ecosystems.ts'
import { includedMonthOf } from '../../db/encounters/included-months.ts'
import type { Deps } from '../../deps.ts'

/**
 * The effect of an immediate change on this month's encounters, by the same rule that grants them; null: none.
 */
export const encounterEffectOf = async (
  deps: Deps,
  { id, number, provisionedAt }: Ecosystem,
  { shape, at, from, to }: PricedChange,
): Promise<EncounterEffect | null> => {
  const includedIn = ({ plan }: PricedChange['from']) =>
    plan.parameters.find((parameter) => parameter.id === 'encounters')?.included ?? 0
  const rate = includedIn(to)
  if (!shape.now || !provisionedAt || rate === includedIn(from)) return null
  const now = deps.clock.now()
  const month = await includedMonthOf(deps.db, id)
  if (month?.source !== 'subscription' || month.until <= now) return null
  const held = (await deps.tickets.read(number, now))!
  const left = Math.max(0, grantedIn(changedAt(month, at, rate)) - held.used)
  return { change: left - (held.included?.left ?? 0), until: month.until, bought: held.bought }
}
