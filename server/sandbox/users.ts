import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import * as z from 'zod/mini'
import { BillingError } from '../base/billing-error.ts'
import type { Db } from '../db/connection/open.ts'
import { usersOf } from '../db/ecosystems/users.ts'
import { coreEcosystems, coreUsers } from '../db/tables/core.ts'

export const UserCount = z.strictObject({ count: z.int().check(z.gte(1), z.lte(10_000)) })

/**
 * Sets the number of an ecosystem's users in the registry, its owner included: adds new members, or removes the newest.
 * An ecosystem that is not in the registry is a `BillingError('not-found')`.
 */
export const setUsers = async (core: Db, ecosystem: string, count: number): Promise<number> =>
  core.transaction(async (tx) => {
    // Locks the row, so that concurrent calls run one after the other.
    const [known] = await tx
      .select()
      .from(coreEcosystems)
      .where(eq(coreEcosystems.id, ecosystem))
      .for('update')
    if (!known) throw new BillingError('not-found')
    const users = await usersOf(tx, ecosystem)
    if (users < count) await add(tx, ecosystem, count)
    if (users > count) await removeNewest(tx, ecosystem, users - count)
    return usersOf(tx, ecosystem)
  })

const members = (ecosystem: string) => and(eq(coreUsers.ecosystem, ecosystem), eq(coreUsers.role, 'member'))

/** New addresses use the owner's domain; numbers that are taken are skipped. */
const add = async (tx: Db, ecosystem: string, count: number) => {
  const all = await tx.select().from(coreUsers).where(eq(coreUsers.ecosystem, ecosystem))
  const taken = new Set(all.map(({ email }) => email))
  const domain = all.find(({ role }) => role === 'owner')?.email.split('@')[1] ?? `${ecosystem}.mx`
  const emails: string[] = []
  for (let number = 2; all.length + emails.length < count; number++) {
    const email = `persona-${number}@${domain}`
    if (!taken.has(email)) emails.push(email)
  }
  await tx.insert(coreUsers).values(emails.map((email) => ({ ecosystem, email, role: 'member' as const })))
}

const removeNewest = async (tx: Db, ecosystem: string, many: number) => {
  const newest = await tx
    .select({ email: coreUsers.email })
    .from(coreUsers)
    .where(members(ecosystem))
    // Members added together are ordered by their numbers.
    .orderBy(desc(coreUsers.recordedAt), sql`length(${coreUsers.email}) desc`, desc(coreUsers.email))
    .limit(many)
  const emails = newest.map(({ email }) => email)
  if (emails.length)
    await tx.delete(coreUsers).where(and(members(ecosystem), inArray(coreUsers.email, emails)))
}
