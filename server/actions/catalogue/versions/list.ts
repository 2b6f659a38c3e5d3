import type { Locale } from '#contract/locale'
import type { PlanSettings, PlanSummary, VersionList } from '#contract/plan-settings'
import { catalogueNames } from '../../../db/catalogue/plan-versions.ts'
import type { Deps } from '../../../deps.ts'
import { type PlanRef, type PlanState, planStateOf, plansOf } from '../plan-state.ts'
import { summaryOf } from './read.ts'

/** Every catalogue, for the selection list. */
export const listCatalogues = (deps: Deps) => catalogueNames(deps.db)

/**
 * A catalogue's plans with the last published version of each, and the vocabulary that versions are made of.
 */
export const listPlanSettings = async (
  deps: Deps,
  catalogue: string,
  locale: Locale,
): Promise<PlanSettings> => {
  const now = deps.clock.now()
  const { vocabulary, plans } = await plansOf(deps.db, catalogue, now)
  const { currencies, policy, groups, features, parameters, services, limitNames } = vocabulary
  return {
    catalogue,
    name: vocabulary.name,
    locale,
    vocabulary: {
      currencies,
      annualDiscountPercent: policy.annualDiscountPercent,
      groups,
      features,
      parameters,
      services,
      limits: Object.entries(limitNames).map(([id, name]) => ({ id, name })),
    },
    plans: plans.map((state) => planSummaryOf(state, now, locale)),
  }
}

const planSummaryOf = (state: PlanState, now: Date, locale: Locale): PlanSummary => {
  const { plan, versions } = state
  const published = versions.find(({ row }) => row.published)
  return {
    id: plan.id,
    name: (published ?? versions[0])?.content.name ?? { 'es-MX': plan.id, en: plan.id },
    rank: plan.rank,
    hidden: plan.hidden,
    contactSales: plan.contactSales,
    version: published ? summaryOf(state, published, { now, locale }) : null,
    versions: versions.length,
    subscribers: versions.reduce((sum, { subscribers }) => sum + subscribers, 0),
  }
}

/** A plan's versions, newest first, and the number of the next. */
export const listVersions = async (deps: Deps, ref: PlanRef, locale: Locale): Promise<VersionList> => {
  const now = deps.clock.now()
  const state = await planStateOf(deps.db, ref, now)
  return {
    catalogue: ref.catalogue,
    plan: ref.plan,
    nextNumber: nextNumberOf(state),
    versions: state.versions.map((version) => summaryOf(state, version, { now, locale })),
  }
}

/** The number of a deleted version is never reused, because its price keys and history refer to it. */
export const nextNumberOf = ({ plan, versions }: PlanState): number =>
  Math.max(plan.lastNumber, ...versions.map(({ row }) => row.number)) + 1
