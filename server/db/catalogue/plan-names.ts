import { eq } from 'drizzle-orm'
import type { Words } from '#contract/locale'
import type { Db } from '../connection/open.ts'
import { planVersions } from '../tables/index.ts'

/** The name of a plan version that is known to exist. */
export const planNameOf = async (db: Db, version: string): Promise<Words> => {
  const [row] = await db
    .select({ name: planVersions.name })
    .from(planVersions)
    .where(eq(planVersions.id, version))
  return row!.name
}
