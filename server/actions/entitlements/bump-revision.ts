import type { Db } from '../../db/connection/open.ts'
import { type Ecosystem, updateEntitled } from '../../db/ecosystems/ecosystems.ts'
import type { Deps } from '../../deps.ts'

/**
 * Writes a change of an ecosystem's entitlements and notifies its own backend through the queue `subscription`,
 * both in the caller's transaction.
 */
export const bumpEntitlementsRevision = async (
  { jobs }: Pick<Deps, 'jobs'>,
  tx: Db,
  ecosystem: string,
  change: Partial<Omit<Ecosystem, 'id' | 'revision'>> = {},
): Promise<void> => {
  const revision = await updateEntitled(tx, ecosystem, change)
  await jobs.send(tx, 'enqueue-entitlements', { ecosystem, revision })
}
