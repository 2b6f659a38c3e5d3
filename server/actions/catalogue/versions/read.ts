import type { Locale } from '#contract/locale'
import type { PlanVersion, PlanVersionContent, VersionCheck, VersionSummary } from '#contract/plan-settings'
import { pricedPackages, pricingOf } from '../../../billing/catalogue/version-pricing.ts'
import { auditOf } from '../../../db/catalogue/plan-versions.ts'
import type { Deps } from '../../../deps.ts'
import { findingText } from '../../../words/plan-settings.ts'
import {
  etagOf,
  missingFor,
  type PlanState,
  planStateOf,
  statusIn,
  type VersionRef,
  type VersionState,
  versionIn,
} from '../plan-state.ts'

/** One version in full, with the actions that it allows; an unknown one is a `BillingError('not-found')`. */
export const readVersion = async (deps: Deps, ref: VersionRef, locale: Locale): Promise<PlanVersion> => {
  const now = deps.clock.now()
  const state = await planStateOf(deps.db, ref, now)
  const version = versionIn(state, ref.number)
  const { row, content, sold, subscribers } = version
  const [last] = await auditOf(deps.db, subjectOf(ref), 1)
  const check = checkOf(state, content, locale)
  return {
    catalogue: ref.catalogue,
    plan: ref.plan,
    number: row.number,
    status: statusIn(state, version, now),
    published: row.published,
    active: row.active,
    sold,
    subscribers,
    etag: etagOf(row),
    content,
    ...check,
    may: {
      edit: !sold,
      publish: !row.published && check.completeness.complete,
      unpublish: row.published,
      activate: !row.active,
      deactivate: row.active,
      delete: isDeletable(version),
    },
    changedAt: last?.at.toISOString() ?? null,
    changedBy: last?.actor ?? null,
  }
}

export const isDeletable = ({ row, sold }: VersionState) => !row.published && !row.active && !sold

/** The name of a version in the audit log. */
export const subjectOf = ({ catalogue, plan, number }: VersionRef) => `plans/${catalogue}/${plan}/${number}`

/** What content lacks, and what follows from its prices. */
export const checkOf = (state: PlanState, content: PlanVersionContent, locale: Locale): VersionCheck => {
  const missing = missingFor(state, content).map((finding) => ({
    path: finding.path,
    message: findingText(finding, locale),
  }))
  return {
    completeness: { complete: missing.length === 0, missing },
    pricing: pricingOf(content, state.vocabulary.policy.annualDiscountPercent, locale),
    packages: pricedPackages(content, locale),
  }
}

export const summaryOf = (
  state: PlanState,
  version: VersionState,
  { now, locale }: { now: Date; locale: Locale },
): VersionSummary => {
  const { row, content, sold, subscribers } = version
  return {
    number: row.number,
    name: content.name,
    startsAt: content.startsAt,
    endsAt: content.endsAt,
    status: statusIn(state, version, now),
    published: row.published,
    active: row.active,
    sold,
    subscribers,
    pricing: pricingOf(content, state.vocabulary.policy.annualDiscountPercent, locale),
    features: Object.keys(content.features).length,
  }
}
