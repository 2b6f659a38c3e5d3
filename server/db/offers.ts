import { and, asc, desc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Offer, OfferedParameter, OfferedPlan } from '../billing/offer.ts'
import type { Db } from './open.ts'
import * as t from './tables/index.ts'

/** What a catalogue sells at `at`; null when there is no such catalogue. */
export const offerOf = async (db: Db, catalogue: string, at: Date): Promise<Offer | null> => {
  const [row] = await db.select().from(t.catalogues).where(eq(t.catalogues.id, catalogue))
  if (!row) return null
  const groups = await inOrder(db, t.featureGroups, catalogue)
  const features = await inOrder(db, t.features, catalogue)
  const { id, ...offer } = row
  return { ...offer, catalogue: id, groups, features, plans: await plansInForce(db, catalogue, at) }
}

type Named = typeof t.featureGroups | typeof t.features | typeof t.parameters | typeof t.services

const inOrder = async <T extends Named>(db: Db, table: T, catalogue: string): Promise<T['$inferSelect'][]> =>
  db
    .select()
    .from(table as Named)
    .where(eq(table.catalogue, catalogue))
    .orderBy(asc(table.position)) as never

/** Each plan's newest published and active version whose dates hold at `at`, by rank. */
const plansInForce = async (db: Db, catalogue: string, at: Date): Promise<OfferedPlan[]> => {
  const rows = await db
    .selectDistinctOn([t.plans.id], { plan: t.plans, version: t.planVersions })
    .from(t.plans)
    .innerJoin(
      t.planVersions,
      and(eq(t.planVersions.catalogue, t.plans.catalogue), eq(t.planVersions.plan, t.plans.id)),
    )
    .where(
      and(
        eq(t.plans.catalogue, catalogue),
        eq(t.planVersions.published, true),
        eq(t.planVersions.active, true),
        lte(t.planVersions.startsAt, at),
        or(isNull(t.planVersions.endsAt), gt(t.planVersions.endsAt, at)),
      ),
    )
    .orderBy(asc(t.plans.id), desc(t.planVersions.number))
  const plans = await withContents(db, catalogue, rows)
  return plans.sort((one, other) => one.rank - other.rank)
}

type PlanRow = { plan: typeof t.plans.$inferSelect; version: typeof t.planVersions.$inferSelect }

/** One plan version with everything in it, in force or not: what a customer bought. */
export const offeredVersion = async (db: Db, versionId: string): Promise<OfferedPlan | null> => {
  const rows = await db
    .select({ plan: t.plans, version: t.planVersions })
    .from(t.planVersions)
    .innerJoin(
      t.plans,
      and(eq(t.planVersions.catalogue, t.plans.catalogue), eq(t.planVersions.plan, t.plans.id)),
    )
    .where(eq(t.planVersions.id, versionId))
  const [plan] = rows[0] ? await withContents(db, rows[0].plan.catalogue, rows) : []
  return plan ?? null
}

const withContents = async (db: Db, catalogue: string, rows: PlanRow[]): Promise<OfferedPlan[]> => {
  const ids = rows.map(({ version }) => version.id)
  if (ids.length === 0) return []
  const parameters = await inOrder(db, t.parameters, catalogue)
  const services = await inOrder(db, t.services, catalogue)
  const features = await db.select().from(t.versionFeatures).where(inArray(t.versionFeatures.version, ids))
  const prices = await db.select().from(t.prices).where(inArray(t.prices.version, ids))
  const included = await db
    .select()
    .from(t.versionParameters)
    .where(inArray(t.versionParameters.version, ids))
  const units = await db.select().from(t.versionServices).where(inArray(t.versionServices.version, ids))
  const packages = await db
    .select()
    .from(t.packages)
    .where(inArray(t.packages.version, ids))
    .orderBy(asc(t.packages.quantity))

  return rows.map(({ plan, version }) => {
    const mine = <T extends { version: string }>(list: T[]) =>
      list.filter((one) => one.version === version.id)
    const { id, catalogue: _, ...offered } = plan
    return {
      ...offered,
      id,
      versionId: version.id,
      version: version.number,
      name: version.name,
      description: version.description,
      audience: version.audience,
      limits: version.limits,
      limitTexts: version.limitTexts,
      support: version.support,
      prices: mine(prices),
      features: Object.fromEntries(mine(features).map(({ feature, value }) => [feature, value])),
      parameters: parameters.flatMap(({ id: parameter, name }): OfferedParameter[] => {
        const own = mine(included).find((one) => one.parameter === parameter)
        if (!own) return []
        return [
          {
            id: parameter,
            name,
            included: own.included,
            packages: mine(packages).filter((one) => one.parameter === parameter),
          },
        ]
      }),
      services: services.flatMap(({ id: service, name }) =>
        mine(units)
          .filter((one) => one.service === service)
          .map(({ currency, unit }) => ({ id: service, name, currency, unit })),
      ),
    }
  })
}
