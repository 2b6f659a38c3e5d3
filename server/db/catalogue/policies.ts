import { eq } from 'drizzle-orm'
import type { Policy } from '#contract/policy'
import type { Db } from '../connection/open.ts'
import { catalogues } from '../tables/index.ts'

/** The rules of a catalogue that is known to exist. */
export const policyOf = async (db: Db, catalogue: string): Promise<Policy> => {
  const [row] = await db
    .select({ policy: catalogues.policy })
    .from(catalogues)
    .where(eq(catalogues.id, catalogue))
  return row!.policy
}
