import type { Db } from '../../db/connection/open.ts'
import { type Ecosystem, updateEntitled } from '../../db/ecosystems/ecosystems.ts'
import type { Deps } from '../../deps.ts'

/**
 * Writes what changes what an ecosystem may use, and tells its own backend so by the queue `subscription`: exactly if the
 * caller's transaction does.
 */
export const bumpEntitlementsRevision = async (
  { jobs }: Pick<Deps, 'jobs'>,
  tx: Db,
  ecosystem: string,
  change: Partial<Omit<Ecosystem, 'id' | 'revision'>> = {},
): Promise<void> => {
  const revision = await updateEntitled(tx, ecosystem, change)
  await jobs.send(tx, 'push-entitlements', { ecosystem, revision })
}
