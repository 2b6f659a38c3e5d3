import { ecosystemById } from '../../db/ecosystems/ecosystems.ts'
import { writeLimitLevel } from '../../db/usage/limit-levels.ts'
import type { Deps } from '../../deps.ts'
import type { EncountersIncluded } from '../../messaging/subscription-message.ts'

/**
 * Writes a month's grant into the ecosystem's own database. Messages may arrive late, twice or in any order: an
 * older grant never replaces a later one, and months that have ended in the meantime are removed.
 */
export const applyIncludedEncounters = async (deps: Deps, message: EncountersIncluded): Promise<void> => {
  const ecosystem = await ecosystemById(deps.db, message.ecosystem)
  // An ecosystem without a database gets the grant when its database is created; one that is being deleted has
  // none any more.
  if (!ecosystem?.provisionedAt || ecosystem.deletionRequestedAt) return
  const { revision, granted } = message
  const [from, until] = [new Date(message.from), new Date(message.until)]
  const now = deps.clock.now()
  const left = await deps.tickets.include(ecosystem.number, { revision, granted, from, until }, now)
  // Encounters that were granted or have expired were not used, so they cause no warning.
  await writeLimitLevel(deps.db, ecosystem.id, 'encounters', { total: left, left, isNear: false })
}
