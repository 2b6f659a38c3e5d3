import { and, eq, ne, sql } from 'drizzle-orm'
import { newId } from '../../base/id.ts'
import type { Db } from '../connection/open.ts'
import { ecosystems, identityGroups } from '../tables/index.ts'

export type IdentityGroup = typeof identityGroups.$inferSelect

/** The record of a group that is this ecosystem's own; null: there is none. */
export const groupOfEcosystem = async (
  db: Db,
  { id, group }: { id: string; group: string },
): Promise<IdentityGroup | null> => {
  const [row] = await db
    .select()
    .from(identityGroups)
    .where(and(eq(identityGroups.name, group), eq(identityGroups.ecosystem, id)))
  return row ?? null
}

/**
 * Stores that an ecosystem is about to get this group; null: the group belongs, or may come to belong, to
 * another owner.
 */
export const claimGroup = (db: Db, ecosystem: string, name: string): Promise<IdentityGroup | null> =>
  db.transaction(async (tx) => {
    const [other] = await tx
      .select({ id: ecosystems.id })
      .from(ecosystems)
      .where(and(sql`lower(${ecosystems.group}) = ${name.toLowerCase()}`, ne(ecosystems.id, ecosystem)))
    if (other) return null
    await tx
      .insert(identityGroups)
      .values({ name, ecosystem, mark: newId('group') })
      .onConflictDoNothing()
    const claimed = await groupOfEcosystem(tx, { id: ecosystem, group: name })
    if (claimed) await tx.update(ecosystems).set({ group: name }).where(eq(ecosystems.id, ecosystem))
    return claimed
  })

/** Marks the group as created at the provider. */
export const confirmGroup = async (db: Db, name: string, madeAt: Date): Promise<void> => {
  await db.update(identityGroups).set({ madeAt }).where(eq(identityGroups.name, name))
}

/** Deletes the record of a group that is gone, or was never ours. */
export const forgetGroup = async (db: Db, name: string): Promise<void> => {
  await db.delete(identityGroups).where(eq(identityGroups.name, name))
}
