import { ecosystemById } from '../../db/ecosystems/ecosystems.ts'
import { writeLimitLevel } from '../../db/usage/limit-levels.ts'
import type { Deps } from '../../deps.ts'
import type { EncountersIncluded } from '../../messaging/subscription-message.ts'

/**
 * Writes what a month grants into the ecosystem's own database. Messages may come late, twice or in any order: an older
 * grant never replaces a later one, and what has ended meanwhile is not there any more.
 */
export const applyIncludedEncounters = async (deps: Deps, message: EncountersIncluded): Promise<void> => {
  const ecosystem = await ecosystemById(deps.db, message.ecosystem)
  // What has no database yet gets it all when that is made; what is being deleted has none any more.
  if (!ecosystem?.provisionedAt || ecosystem.deletionRequestedAt) return
  const { revision, granted } = message
  const [from, until] = [new Date(message.from), new Date(message.until)]
  const now = deps.clock.now()
  const left = await deps.tickets.include(ecosystem.number, { revision, granted, from, until }, now)
  // What was granted or has ended was not used: nobody is warned of it.
  await writeLimitLevel(deps.db, ecosystem.id, 'encounters', { total: left, left, isNear: false })
}
