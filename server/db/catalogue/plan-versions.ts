import { and, asc, count, desc, eq, gt, inArray, or, sql } from 'drizzle-orm'
import type { PlanVersionContent } from '#contract/plan-settings'
import type { Db } from '../connection/open.ts'
import * as t from '../tables/index.ts'
import type { QuoteStatus } from '../tables/money.ts'
import { insertContents, replaceContents } from './version-contents.ts'

export type PlanRow = typeof t.plans.$inferSelect
export type VersionRow = typeof t.planVersions.$inferSelect
export type Vocabulary = NonNullable<Awaited<ReturnType<typeof vocabularyOf>>>

export const catalogueNames = (db: Db) =>
  db.select({ id: t.catalogues.id, name: t.catalogues.name }).from(t.catalogues).orderBy(asc(t.catalogues.id))

/** The vocabulary of a catalogue's versions; null when there is no such catalogue. */
export const vocabularyOf = async (db: Db, catalogue: string) => {
  const [row] = await db.select().from(t.catalogues).where(eq(t.catalogues.id, catalogue))
  if (!row) return null
  const named = (table: typeof t.featureGroups | typeof t.parameters | typeof t.services) =>
    db
      .select({ id: table.id, name: table.name })
      .from(table)
      .where(eq(table.catalogue, catalogue))
      .orderBy(asc(table.position))
  return {
    ...row,
    groups: await named(t.featureGroups),
    parameters: await named(t.parameters),
    services: await named(t.services),
    features: await db
      .select({ id: t.features.id, name: t.features.name, group: t.features.group })
      .from(t.features)
      .where(eq(t.features.catalogue, catalogue))
      .orderBy(asc(t.features.position)),
  }
}

/** A catalogue's plans by rank; with `plan` only that one. */
export const planRows = (db: Db, catalogue: string, plan?: string): Promise<PlanRow[]> =>
  db
    .select()
    .from(t.plans)
    .where(and(eq(t.plans.catalogue, catalogue), plan === undefined ? undefined : eq(t.plans.id, plan)))
    .orderBy(asc(t.plans.rank))

/** The plans' versions, newest first. */
export const versionRows = (db: Db, catalogue: string, plans: string[]): Promise<VersionRow[]> =>
  db
    .select()
    .from(t.planVersions)
    .where(and(eq(t.planVersions.catalogue, catalogue), inArray(t.planVersions.plan, plans)))
    .orderBy(desc(t.planVersions.number))

/**
 * Locks a plan until the end of the transaction, so that other changes of its versions wait; false: there is no
 * such plan.
 */
export const lockPlan = async (tx: Db, catalogue: string, plan: string): Promise<boolean> => {
  const rows = await tx
    .select({ id: t.plans.id })
    .from(t.plans)
    .where(and(eq(t.plans.catalogue, catalogue), eq(t.plans.id, plan)))
    .for('update')
  return rows.length > 0
}

/** Locks a version until the end of the transaction, so that a sale of it waits. */
export const lockVersion = async (tx: Db, id: string): Promise<void> => {
  await tx
    .select({ id: t.planVersions.id })
    .from(t.planVersions)
    .where(eq(t.planVersions.id, id))
    .for('update')
}

/** Those of these versions that a customer has bought, or is about to buy at `now`. */
export const soldAmong = async (db: Db, ids: string[], now: Date): Promise<Set<string>> => {
  if (ids.length === 0) return new Set()
  const { subscriptions, ecosystems, checkouts, quotes } = t
  const scheduled = sql<string>`${subscriptions.scheduled}->>'version'`
  const looks = [
    db
      .selectDistinct({ id: subscriptions.version })
      .from(subscriptions)
      .where(inArray(subscriptions.version, ids)),
    db.selectDistinct({ id: scheduled }).from(subscriptions).where(inArray(scheduled, ids)),
    db.selectDistinct({ id: ecosystems.version }).from(ecosystems).where(inArray(ecosystems.version, ids)),
    db
      .selectDistinct({ id: checkouts.version })
      .from(checkouts)
      .where(
        and(inArray(checkouts.version, ids), inArray(checkouts.status, ['open', 'pending', 'complete'])),
      ),
    db
      .selectDistinct({ id: quotes.version })
      .from(quotes)
      .where(and(inArray(quotes.version, ids), openQuote(now, ['accepted', 'applied', 'scheduled']))),
  ]
  return idsOf(looks)
}

/** Those of these versions that a customer uses, has scheduled, or is buying at `now`. */
export const versionsInUse = async (db: Db, ids: string[], now: Date): Promise<Set<string>> => {
  if (ids.length === 0) return new Set()
  const { subscriptions, checkouts, quotes } = t
  const scheduled = sql<string>`${subscriptions.scheduled}->>'version'`
  const looks = [
    db
      .selectDistinct({ id: subscriptions.version })
      .from(subscriptions)
      .where(and(subscriptions.live, inArray(subscriptions.version, ids))),
    db
      .selectDistinct({ id: scheduled })
      .from(subscriptions)
      .where(and(subscriptions.live, inArray(scheduled, ids))),
    db
      .selectDistinct({ id: checkouts.version })
      .from(checkouts)
      .where(and(inArray(checkouts.version, ids), inArray(checkouts.status, ['open', 'pending']))),
    db
      .selectDistinct({ id: quotes.version })
      .from(quotes)
      .where(and(inArray(quotes.version, ids), openQuote(now, ['accepted', 'scheduled']))),
  ]
  return idsOf(looks)
}

const idsOf = async (looks: PromiseLike<{ id: string }[]>[]): Promise<Set<string>> => {
  const ids = new Set<string>()
  // One after the other, because a transaction has a single connection.
  for (const look of looks) for (const { id } of await look) ids.add(id)
  return ids
}

/** A quote that was accepted, or can still be. */
const openQuote = (now: Date, taken: QuoteStatus[]) =>
  or(
    inArray(t.quotes.status, taken),
    and(inArray(t.quotes.status, ['open', 'refused']), gt(t.quotes.expiresAt, now)),
  )

/** How many ecosystems use each of these versions, paying or in trial. */
export const subscribersOf = async (db: Db, ids: string[]): Promise<Map<string, number>> => {
  if (ids.length === 0) return new Map()
  const { subscriptions, ecosystems } = t
  const paying = await db
    .select({ id: subscriptions.version, count: count() })
    .from(subscriptions)
    .where(and(subscriptions.live, inArray(subscriptions.version, ids)))
    .groupBy(subscriptions.version)
  const trying = await db
    .select({ id: ecosystems.version, count: count() })
    .from(ecosystems)
    .where(and(eq(ecosystems.status, 'trialing'), inArray(ecosystems.version, ids)))
    .groupBy(ecosystems.version)
  const total = new Map<string, number>()
  for (const { id, count } of [...paying, ...trying]) total.set(id, (total.get(id) ?? 0) + count)
  return total
}

const columnsOf = ({
  name,
  description,
  audience,
  limits,
  limitTexts,
  support,
  ...content
}: PlanVersionContent) => ({
  name,
  description,
  audience,
  limits,
  limitTexts,
  support,
  startsAt: new Date(content.startsAt),
  endsAt: content.endsAt ? new Date(content.endsAt) : null,
})

/** Inserts a new draft, and stores its number as the plan's highest for good. */
export const insertDraft = async (
  tx: Db,
  { catalogue, plan, number }: { catalogue: string; plan: string; number: number },
  content: PlanVersionContent,
): Promise<void> => {
  const id = `${catalogue}/${plan}/${number}`
  await tx
    .insert(t.planVersions)
    .values({ id, catalogue, plan, number, published: false, active: false, ...columnsOf(content) })
  await insertContents(tx, id, content)
  await tx
    .update(t.plans)
    .set({ lastNumber: number })
    .where(and(eq(t.plans.catalogue, catalogue), eq(t.plans.id, plan)))
}

/** The columns of a version that change; its revision increases with them. */
export interface VersionChange {
  content?: PlanVersionContent
  startsAt?: Date
  published?: boolean
  active?: boolean
}

export const changeVersionRow = async (
  tx: Db,
  id: string,
  { content, ...change }: VersionChange,
): Promise<void> => {
  await tx
    .update(t.planVersions)
    .set({
      ...(content && columnsOf(content)),
      ...change,
      revision: sql`${t.planVersions.revision} + 1`,
    })
    .where(eq(t.planVersions.id, id))
  if (content) await replaceContents(tx, id, content)
}

/** Deletes a version that was never sold, with the unused checkouts and quotes that refer to it. */
export const deleteVersionRow = async (tx: Db, id: string): Promise<void> => {
  await tx.delete(t.checkouts).where(eq(t.checkouts.version, id))
  await tx.delete(t.quotes).where(eq(t.quotes.version, id))
  await tx.delete(t.planVersions).where(eq(t.planVersions.id, id))
}

/** The audit log of a subject, newest first: who changed what. */
export const auditOf = (db: Db, subject: string, limit: number) =>
  db
    .select()
    .from(t.audit)
    .where(eq(t.audit.subject, subject))
    .orderBy(desc(t.audit.at), desc(sql`(${t.audit.after}->>'revision')::int`))
    .limit(limit)
