import { eq } from 'drizzle-orm'
import type { Db } from '../connection/open.ts'
import { coreEcosystems, coreUsers } from '../tables/core.ts'

/** Inserts an ecosystem and its owner into the registry that the company's applications share. */
export const registerEcosystem = async (
  core: Db,
  { email, ...entry }: typeof coreEcosystems.$inferInsert & { email: string },
): Promise<void> => {
  await core
    .insert(coreEcosystems)
    .values(entry)
    .onConflictDoUpdate({ target: coreEcosystems.id, set: { group: entry.group } })
  await core.insert(coreUsers).values({ ecosystem: entry.id, email, role: 'owner' }).onConflictDoNothing()
}

/** Removes an ecosystem and its users from the registry. */
export const unregisterEcosystem = async (core: Db, id: string): Promise<void> => {
  await core.delete(coreUsers).where(eq(coreUsers.ecosystem, id))
  await core.delete(coreEcosystems).where(eq(coreEcosystems.id, id))
}
