import { namesEtag } from '#contract/etag'
import type { Locale } from '#contract/locale'
import type { HistoryEntry, PlanVersion } from '#contract/plan-settings'
import { BillingError } from '../../../base/billing-error.ts'
import { differences } from '../../../billing/catalogue/differences.ts'
import { overlapping, saleFrom } from '../../../billing/catalogue/version-dates.ts'
import type { Finding } from '../../../billing/catalogue/version-rules.ts'
import {
  changeVersionRow,
  lockPlan,
  lockVersion,
  type VersionChange,
} from '../../../db/catalogue/plan-versions.ts'
import type { Db } from '../../../db/connection/open.ts'
import { writeAudit } from '../../../db/operations/audit.ts'
import type { Deps } from '../../../deps.ts'
import { findingText } from '../../../words/plan-settings.ts'
import {
  etagOf,
  missingFor,
  type PlanState,
  planStateOf,
  salesOf,
  type VersionRef,
  type VersionState,
  versionIn,
} from '../plan-state.ts'
import { enqueueCatalogueSync } from '../sync/enqueue.ts'
import { readVersion, subjectOf } from './read.ts'

/** The administrator who changes a version, and the state of it that they have seen. */
export interface Editor {
  actor: string
  locale: Locale
  /** The version's etag as the client knows it; null: the client sent none. */
  ifMatch: string | null
}

type Action = HistoryEntry['action']

/** Decides what happens to a version; null: it has the requested state already. */
export type Decide = (state: PlanState, version: VersionState, now: Date) => VersionChange | null

/**
 * Changes one version as `decide` says. Administrators take turns; the change, its line in the audit log and
 * the queued provider sync are one transaction.
 */
export const mutateVersion = async (
  deps: Deps,
  ref: VersionRef,
  editor: Editor & { action: Action; sent?: unknown },
  decide: Decide,
): Promise<PlanVersion> => {
  await deps.db.transaction(async (tx) => {
    const { state, version, now } = await heldVersion(deps, tx, ref)
    assertIfMatch(version, editor)
    const change = decide(state, version, now)
    if (!change) return
    await changeVersionRow(tx, version.row.id, change)
    const changed = versionIn(await planStateOf(tx, ref, now), ref.number)
    await note(tx, { ref, now, ...editor, before: snapshotOf(version), after: snapshotOf(changed) })
    await enqueueCatalogueSync(deps, tx, ref.catalogue)
  })
  deps.jobs.wake()
  return readVersion(deps, ref, editor.locale)
}

/** Locks a version: until the end of the transaction no one else changes it or starts to sell it. */
export const heldVersion = async (deps: Deps, tx: Db, ref: VersionRef) => {
  if (!(await lockPlan(tx, ref.catalogue, ref.plan))) throw new BillingError('not-found')
  await lockVersion(tx, `${ref.catalogue}/${ref.plan}/${ref.number}`)
  const now = deps.clock.now()
  const state = await planStateOf(tx, ref, now)
  return { state, version: versionIn(state, ref.number), now }
}

/**
 * Refuses a save by an administrator who has not seen the current state: the error lists what differs, and
 * nothing is overwritten.
 */
export const assertIfMatch = (
  { row, content }: VersionState,
  { ifMatch, sent }: Pick<Editor, 'ifMatch'> & { sent?: unknown },
): void => {
  const etag = etagOf(row)
  if (ifMatch === null || namesEtag(ifMatch, etag)) return
  const difference = sent === undefined ? [] : differences(sent, content)
  throw new BillingError('version-changed', {}, undefined, undefined, {
    difference: difference.map(({ path, before, after }) => ({ path, yours: before, theirs: after })),
    etag,
  })
}

interface Noted {
  ref: VersionRef
  now: Date
  actor: string
  action: Action
  before: object | null
  after: object | null
}

/** A line of the audit log. */
export const note = (tx: Db, { ref, now, actor, action, before, after }: Noted): Promise<void> =>
  writeAudit(tx, { at: now, actor, action, subject: subjectOf(ref), before, after })

/** A version as the audit log keeps it. */
export const snapshotOf = ({ row, content }: VersionState) => ({
  revision: row.revision,
  published: row.published,
  active: row.active,
  content,
})

export const fieldErrors = (findings: Finding[], locale: Locale) =>
  findings.map((finding) => ({ path: finding.path, message: findingText(finding, locale) }))

/** What goes on sale must be complete, and its dates must not overlap another version's. */
export const refuseUnsellable = (
  state: PlanState,
  { row, content }: Pick<VersionState, 'row' | 'content'>,
  { now, locale }: { now: Date; locale: Locale },
): void => {
  const missing = missingFor(state, content)
  if (missing.length) throw new BillingError('version-incomplete', {}, fieldErrors(missing, locale))
  refuseOverlap(state, { row, content }, { now, locale })
}

export const refuseOverlap = (
  state: PlanState,
  {
    row,
    content,
  }: { row: Pick<VersionState['row'], 'number' | 'published'>; content: VersionState['content'] },
  { now, locale }: { now: Date; locale: Locale },
): void => {
  const sale = {
    number: row.number,
    published: row.published,
    active: true,
    startsAt: new Date(content.startsAt),
    endsAt: content.endsAt ? new Date(content.endsAt) : null,
  }
  const other = overlapping(saleFrom(sale, now), salesOf(state))
  if (!other) return
  const facts = { number: String(other.number) }
  const path = other.startsAt >= sale.startsAt && sale.endsAt ? 'endsAt' : 'startsAt'
  throw new BillingError('dates-overlap', facts, fieldErrors([{ path, code: 'overlap', facts }], locale))
}
