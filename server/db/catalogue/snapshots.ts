import { and, asc, desc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type {
  CatalogueSnapshot,
  ParameterSnapshot,
  PlanVersionSnapshot,
} from '../../billing/catalogue/snapshot.ts'
import type { Db } from '../connection/open.ts'
import * as t from '../tables/index.ts'

/** What a catalogue sells at `at`; null when there is no such catalogue. */
export const offerOf = async (db: Db, catalogue: string, at: Date): Promise<CatalogueSnapshot | null> => {
  const [row] = await db.select().from(t.catalogues).where(eq(t.catalogues.id, catalogue))
  if (!row) return null
  const groups = await inOrder(db, t.featureGroups, catalogue)
  const features = await inOrder(db, t.features, catalogue)
  const { id, ...offer } = row
  return { ...offer, catalogue: id, groups, features, plans: await plansInForce(db, catalogue, at) }
}

type Named = typeof t.featureGroups | typeof t.features

const inOrder = async <T extends Named>(db: Db, table: T, catalogue: string): Promise<T['$inferSelect'][]> =>
  db
    .select()
    .from(table as Named)
    .where(eq(table.catalogue, catalogue))
    .orderBy(asc(table.position)) as never

/**
 * Each plan's published and active version whose dates hold at `at`, by rank; one without an end date ends when
 * a later one starts.
 */
const plansInForce = async (db: Db, catalogue: string, at: Date): Promise<PlanVersionSnapshot[]> => {
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
    .orderBy(asc(t.plans.id), desc(t.planVersions.startsAt), desc(t.planVersions.number))
  const plans = await withContents(db, catalogue, rows)
  return plans.sort((one, other) => one.rank - other.rank)
}

type PlanRow = { plan: typeof t.plans.$inferSelect; version: typeof t.planVersions.$inferSelect }

/** One plan version with its contents, in force or not: what a customer bought. */
export const offeredVersion = async (db: Db, versionId: string): Promise<PlanVersionSnapshot | null> =>
  (await offeredVersions(db, [versionId]))[0] ?? null

/** Versions of one catalogue's plans with their contents, in force or not. */
export const offeredVersions = async (db: Db, versionIds: string[]): Promise<PlanVersionSnapshot[]> => {
  if (versionIds.length === 0) return []
  const rows = await db
    .select({ plan: t.plans, version: t.planVersions })
    .from(t.planVersions)
    .innerJoin(
      t.plans,
      and(eq(t.planVersions.catalogue, t.plans.catalogue), eq(t.planVersions.plan, t.plans.id)),
    )
    .where(inArray(t.planVersions.id, versionIds))
  return rows[0] ? withContents(db, rows[0].plan.catalogue, rows) : []
}

/** The contents of plan versions, in one database query, because every price needs them. */
interface Contents {
  parameters: Pick<typeof t.parameters.$inferSelect, 'id' | 'name'>[]
  services: Pick<typeof t.services.$inferSelect, 'id' | 'name'>[]
  features: (typeof t.versionFeatures.$inferSelect)[]
  prices: (typeof t.prices.$inferSelect)[]
  included: (typeof t.versionParameters.$inferSelect)[]
  units: (typeof t.versionServices.$inferSelect)[]
  packages: (typeof t.packages.$inferSelect)[]
}

const contentsOf = async (db: Db, catalogue: string, versions: string[]): Promise<Contents> => {
  const list = sql.join(
    versions.map((id) => sql`${id}`),
    sql`, `,
  )
  const named = (table: typeof t.parameters | typeof t.services) =>
    sql`(select coalesce(json_agg(json_build_object('id', id, 'name', name) order by position), '[]')
      from ${table} where catalogue = ${catalogue})`
  const rowsOf = (table: PgTable, order = sql`version_id`) =>
    sql`(select coalesce(json_agg(to_jsonb(one) - 'version_id' || jsonb_build_object('version', one.version_id) order by ${order}), '[]')
      from ${table} one where one.version_id in (${list}))`
  const { rows } =
    (await db.execute(sql`select ${named(t.parameters)} as parameters, ${named(t.services)} as services,
    ${rowsOf(t.versionFeatures)} as features, ${rowsOf(t.prices)} as prices, ${rowsOf(t.versionParameters)} as included,
    ${rowsOf(t.versionServices)} as units, ${rowsOf(t.packages, sql`quantity`)} as packages`)) as unknown as {
      rows: Contents[]
    }
  return rows[0]!
}

const withContents = async (db: Db, catalogue: string, rows: PlanRow[]): Promise<PlanVersionSnapshot[]> => {
  const ids = rows.map(({ version }) => version.id)
  if (ids.length === 0) return []
  const { parameters, services, features, prices, included, units, packages } = await contentsOf(
    db,
    catalogue,
    ids,
  )

  return rows.map(({ plan, version }) => {
    const mine = <T extends { version: string }>(list: T[]) =>
      list.filter((one) => one.version === version.id)
    const { id, catalogue: _, lastNumber: __, ...offered } = plan
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
      parameters: parameters.flatMap(({ id: parameter, name }): ParameterSnapshot[] => {
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
