import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Db } from './open.ts'
import { signingKeys } from './tables/index.ts'

/** The key of this installation for one purpose; the first who asks makes it. */
export const signingKey = async (db: Db, name: string): Promise<string> => {
  const mine = eq(signingKeys.name, name)
  const [known] = await db.select().from(signingKeys).where(mine)
  if (known) return known.key
  await db
    .insert(signingKeys)
    .values({ name, key: randomBytes(32).toString('base64url') })
    .onConflictDoNothing()
  const [made] = await db.select().from(signingKeys).where(mine)
  return made!.key
}
