import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../connection/open.ts'
import type { Ecosystem } from '../ecosystems/ecosystems.ts'
import { checkouts, ecosystems } from '../tables/index.ts'

/** A person of a company as a form describes them. Nothing of it is proved. */
export interface Person {
  catalogue: string
  email: string
  company: string
}

const isPerson = (table: typeof ecosystems | typeof checkouts, { catalogue, email, company }: Person) =>
  and(
    eq(table.catalogue, catalogue),
    eq(sql`lower(${table.email})`, email.toLowerCase()),
    eq(sql`lower(${table.company})`, company.toLowerCase()),
  )

/** The ecosystem of a paid checkout that the same person made from the same browser. */
export const boughtFromBrowser = async (
  db: Db,
  { buyer, ...person }: Person & { buyer: string },
): Promise<string | null> => {
  const [bought] = await db
    .select({ ecosystem: checkouts.ecosystem })
    .from(checkouts)
    .where(
      and(
        eq(checkouts.buyer, `buyer:${buyer}`),
        inArray(checkouts.status, ['pending', 'complete']),
        isPerson(checkouts, person),
      ),
    )
  return bought?.ecosystem ?? null
}

/** The ecosystem that has the name of this person and company. */
export const ecosystemOfPerson = async (db: Db, person: Person): Promise<Ecosystem | null> => {
  const [same] = await db.select().from(ecosystems).where(isPerson(ecosystems, person))
  return same ?? null
}
