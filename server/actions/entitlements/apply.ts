import { ecosystemById } from '../../db/ecosystems/ecosystems.ts'
import type { Deps } from '../../deps.ts'
import type { EntitlementsChanged } from '../../messaging/subscription-message.ts'
import { readEntitlements } from './read.ts'

/**
 * Writes what an ecosystem may use now into its own database. Messages may come late, twice or in any order: each brings
 * what holds when it comes, and an older answer never replaces a later one.
 */
export const applyEntitlements = async (
  deps: Deps,
  { ecosystem: id }: EntitlementsChanged,
): Promise<void> => {
  const ecosystem = await ecosystemById(deps.db, id)
  // What has no database yet gets it all when that is made; what is being deleted has none any more.
  if (!ecosystem?.provisionedAt || ecosystem.deletionRequestedAt) return
  const { encounters: _, ...content } = await readEntitlements(deps, ecosystem, ecosystem.locale)
  await deps.tickets.setEntitlements(ecosystem.number, content)
}
