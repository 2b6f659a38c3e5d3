import { count, eq, sql } from 'drizzle-orm'
import type { Db } from '../connection/open.ts'
import { coreUsers, type Role } from '../tables/core.ts'

export type { Role }

/** How many users an ecosystem has in the registry: each takes a seat. */
export const usersOf = async (core: Db, ecosystem: string): Promise<number> => {
  const [row] = await core
    .select({ users: count() })
    .from(coreUsers)
    .where(eq(coreUsers.ecosystem, ecosystem))
  return row?.users ?? 0
}

/** The roles of a person in the registry, in every ecosystem that they belong to. */
export const rolesOf = (core: Db, email: string): Promise<{ ecosystem: string; role: Role }[]> =>
  core
    .select({ ecosystem: coreUsers.ecosystem, role: coreUsers.role })
    .from(coreUsers)
    .where(eq(sql`lower(${coreUsers.email})`, email.toLowerCase()))
