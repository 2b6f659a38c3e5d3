import { count, eq } from 'drizzle-orm'
import type { Db } from './open.ts'
import { coreUsers } from './tables/core.ts'

/** How many users an ecosystem has in the registry: each takes a seat. */
export const usersOf = async (core: Db, ecosystem: string): Promise<number> => {
  const [row] = await core
    .select({ users: count() })
    .from(coreUsers)
    .where(eq(coreUsers.ecosystem, ecosystem))
  return row?.users ?? 0
}
