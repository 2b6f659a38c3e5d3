import { and, eq, sql } from 'drizzle-orm'
import type { Words } from '#contract/locale'
import type { Policy } from '#contract/policy'
import type { Db } from '../connection/open.ts'
import * as t from '../tables/index.ts'
import type { Ecosystem } from './ecosystems.ts'

/** The stored facts that decide an ecosystem's entitlements. */
export interface Entitling {
  plan: string
  planVersion: number
  limits: Record<string, number | null>
  /** Included licences; null: the plan has no such parameter. */
  included: number | null
  features: Record<string, true | Words>
  policy: Policy
  /** The limit of its trial, ended or not. */
  maxUsers: number | null
  /** The live subscription, or else the last one; times are ISO 8601. */
  subscription: {
    live: boolean
    licences: number
    periodEnd: string
    cancelAt: string | null
  } | null
}

/** All facts in one query, because an ecosystem's own backend asks often. */
export const entitlingOf = async (
  db: Db,
  { id, version, catalogue }: Pick<Ecosystem, 'id' | 'version' | 'catalogue'>,
): Promise<Entitling> => {
  const [row] = await db
    .select({
      plan: t.planVersions.plan,
      planVersion: t.planVersions.number,
      limits: t.planVersions.limits,
      included: t.versionParameters.included,
      policy: t.catalogues.policy,
      maxUsers: t.trials.maxUsers,
      features: sql<Entitling['features']>`(
        select coalesce(jsonb_object_agg(f.feature, f.value), '{}') from ${t.versionFeatures} f
        where f.version_id = ${version})`,
      subscription: sql<Entitling['subscription']>`(
        select jsonb_build_object('live', s.live, 'licences', s.licences, 'periodEnd', s.period_end, 'cancelAt', s.cancel_at)
        from ${t.subscriptions} s where s.ecosystem = ${id} order by s.live desc, s.period_start desc limit 1)`,
    })
    .from(t.planVersions)
    .innerJoin(t.catalogues, eq(t.catalogues.id, catalogue))
    .leftJoin(
      t.versionParameters,
      and(eq(t.versionParameters.version, t.planVersions.id), eq(t.versionParameters.parameter, 'licences')),
    )
    .leftJoin(t.trials, eq(t.trials.ecosystem, id))
    .where(eq(t.planVersions.id, version))
  return row!
}
