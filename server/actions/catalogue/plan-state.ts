import type { PlanVersionContent } from '#contract/plan-settings'
import { BillingError } from '../../base/billing-error.ts'
import { contentOf } from '../../billing/catalogue/version-content.ts'
import { type Sale, statusOf } from '../../billing/catalogue/version-dates.ts'
import { type Finding, type Known, missingIn } from '../../billing/catalogue/version-rules.ts'
import {
  type PlanRow,
  planRows,
  soldAmong,
  subscribersOf,
  type VersionRow,
  type Vocabulary,
  versionRows,
  vocabularyOf,
} from '../../db/catalogue/plan-versions.ts'
import { offeredVersions } from '../../db/catalogue/snapshots.ts'
import type { Db } from '../../db/connection/open.ts'

/** A plan with all of its versions, as administrators see and change it. */
export interface PlanState {
  vocabulary: Vocabulary
  plan: PlanRow
  /** Newest first. */
  versions: VersionState[]
}

export interface VersionState {
  row: VersionRow
  content: PlanVersionContent
  sold: boolean
  subscribers: number
}

export interface PlanRef {
  catalogue: string
  plan: string
}

export interface VersionRef extends PlanRef {
  number: number
}

/** Every plan of a catalogue with its versions; an unknown catalogue is a `BillingError`. */
export const plansOf = async (
  db: Db,
  catalogue: string,
  now: Date,
  plan?: string,
): Promise<{ vocabulary: Vocabulary; plans: PlanState[] }> => {
  const vocabulary = await vocabularyOf(db, catalogue)
  if (!vocabulary) throw new BillingError('unknown-catalogue', { catalogue })
  const plans = await planRows(db, catalogue, plan)
  const rows = await versionRows(
    db,
    catalogue,
    plans.map(({ id }) => id),
  )
  const ids = rows.map(({ id }) => id)
  const offered = new Map((await offeredVersions(db, ids)).map((one) => [one.versionId, one]))
  const sold = await soldAmong(db, ids, now)
  const subscribers = await subscribersOf(db, ids)
  const states = rows.map((row) => ({
    row,
    content: contentOf(offered.get(row.id)!, row, vocabulary.currencies),
    sold: sold.has(row.id),
    subscribers: subscribers.get(row.id) ?? 0,
  }))
  return {
    vocabulary,
    plans: plans.map((one) => ({
      vocabulary,
      plan: one,
      versions: states.filter(({ row }) => row.plan === one.id),
    })),
  }
}

/** One plan with its versions; an unknown plan is a `BillingError('not-found')`. */
export const planStateOf = async (db: Db, { catalogue, plan }: PlanRef, now: Date): Promise<PlanState> => {
  const { plans } = await plansOf(db, catalogue, now, plan)
  if (!plans[0]) throw new BillingError('not-found')
  return plans[0]
}

export const versionIn = ({ versions }: PlanState, number: number): VersionState => {
  const version = versions.find(({ row }) => row.number === number)
  if (!version) throw new BillingError('not-found')
  return version
}

export const etagOf = ({ number, revision }: VersionRow): string => `"${number}.${revision}"`

export const salesOf = ({ versions }: PlanState): Sale[] => versions.map(({ row }) => row)

export const statusIn = (state: PlanState, { row }: VersionState, now: Date) =>
  statusOf(row, salesOf(state), now)

export const knownIn = ({ currencies, features, parameters, services, limitNames }: Vocabulary): Known => ({
  currencies,
  features,
  parameters,
  services,
  limits: Object.keys(limitNames),
})

/** What a version of this plan needs before it can be sold. Quoted and hidden plans need no price. */
export const missingFor = (state: PlanState, content: PlanVersionContent): Finding[] => {
  const { vocabulary, plan } = state
  const isSoldOnline = !plan.contactSales && !plan.hidden && !isOnlyTried(state, content)
  return missingIn(content, { known: knownIn(vocabulary), isSoldOnline })
}

/** The catalogue's trial may be a plan of its own, which is never sold. */
const isOnlyTried = ({ vocabulary, plan, versions }: PlanState, content: PlanVersionContent): boolean =>
  vocabulary.policy.trial?.plan === plan.id &&
  ![content, ...versions.map((version) => version.content)].some(hasPrice)

const hasPrice = ({ prices }: PlanVersionContent): boolean =>
  Object.values(prices).some(({ month, year }) => month !== null || year !== null)
