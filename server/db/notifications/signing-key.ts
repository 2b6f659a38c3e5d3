import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Db } from '../connection/open.ts'
import { signingKeys } from '../tables/index.ts'

/** The installation's signing key for one purpose; null: nothing was signed for it yet. */
export const knownSigningKey = async (db: Db, name: string): Promise<string | null> => {
  const [row] = await db.select().from(signingKeys).where(eq(signingKeys.name, name))
  return row?.key ?? null
}

/** The signing key for one purpose; the first caller creates it. */
export const signingKey = async (db: Db, name: string): Promise<string> => {
  const known = await knownSigningKey(db, name)
  if (known) return known
  await db
    .insert(signingKeys)
    .values({ name, key: randomBytes(32).toString('base64url') })
    .onConflictDoNothing()
  return (await knownSigningKey(db, name))!
}
