import { ecosystemById } from '../../db/ecosystems/ecosystems.ts'
import type { Deps } from '../../deps.ts'
import type { EntitlementsChanged } from '../../messaging/subscription-message.ts'
import { readEntitlements } from './read.ts'

/**
 * Writes an ecosystem's current entitlements into its own database. Messages may arrive late, twice or in any
 * order: each applies what is current when it arrives, and an older answer never replaces a later one.
 */
export const applyEntitlements = async (
  deps: Deps,
  { ecosystem: id }: EntitlementsChanged,
): Promise<void> => {
  const ecosystem = await ecosystemById(deps.db, id)
  // An ecosystem without a database gets everything when its database is created; one that is being deleted has
  // none any more.
  if (!ecosystem?.provisionedAt || ecosystem.deletionRequestedAt) return
  const { encounters: _, ...content } = await readEntitlements(deps, ecosystem, ecosystem.locale)
  await deps.tickets.setEntitlements(ecosystem.number, content)
}
