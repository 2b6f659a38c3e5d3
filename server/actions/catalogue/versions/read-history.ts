import type { HistoryEntry, VersionHistory } from '#contract/plan-settings'
import { differences } from '../../../billing/catalogue/differences.ts'
import { auditOf } from '../../../db/catalogue/plan-versions.ts'
import type { Deps } from '../../../deps.ts'
import { planStateOf, type VersionRef, versionIn } from '../plan-state.ts'
import { subjectOf } from './read.ts'

const entriesAtMost = 200

/** The history of a version, newest first, also of a deleted one: who changed what. */
export const readVersionHistory = async (deps: Deps, ref: VersionRef): Promise<VersionHistory> => {
  const state = await planStateOf(deps.db, ref, deps.clock.now())
  const rows = await auditOf(deps.db, subjectOf(ref), entriesAtMost)
  if (rows.length === 0) versionIn(state, ref.number)
  return {
    entries: rows.map(({ id, at, actor, action, before, after }) => ({
      id,
      at: at.toISOString(),
      actor,
      action: action as HistoryEntry['action'],
      changes: differences(seen(before), seen(after)),
    })),
  }
}

/**
 * Moves the content's fields to the top level, and leaves out the revision counter, which means nothing to
 * people.
 */
const seen = (snapshot: unknown): unknown => {
  if (snapshot === null) return null
  const { revision: _, content, ...switches } = snapshot as { revision: number; content: object }
  return { ...switches, ...content }
}
