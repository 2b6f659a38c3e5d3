import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/connection/open.ts'
import type { Ecosystem } from '../../db/ecosystems/ecosystems.ts'
import { ecosystems } from '../../db/tables/index.ts'
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
  const [{ revision } = { revision: 0 }] = await tx
    .update(ecosystems)
    .set({ ...change, revision: sql`${ecosystems.revision} + 1` })
    .where(eq(ecosystems.id, ecosystem))
    .returning({ revision: ecosystems.revision })
  await jobs.send(tx, 'push-entitlements', { ecosystem, revision })
}
