import type { PlanVersion, PlanVersionContent } from '#contract/plan-settings'
import { contentOf, fieldsOf, type Merge, mergeOf, onTop } from './fields.ts'

/** A conflict between two administrators: the fields that differ, and the value picked for each. */
export interface EditConflict extends Merge {
  theirs: PlanVersion
  mine: PlanVersionContent
  picks: Map<string, 'mine' | 'theirs'>
}

/** The common base, my values, and the server's current values. */
export const conflictOf = (
  base: PlanVersionContent,
  mine: PlanVersionContent,
  theirs: PlanVersion,
): EditConflict => {
  const merge = mergeOf(fieldsOf(base), fieldsOf(mine), fieldsOf(theirs.content))
  return { ...merge, theirs, mine, picks: new Map(merge.conflicts.map(({ path }) => [path, 'mine'])) }
}

/** The server's current values with my own changes and my picks applied. */
export const mergedContent = ({ theirs, mine, picks, onlyMine }: EditConflict): PlanVersionContent => {
  const picked = [...picks].flatMap(([path, whose]) => (whose === 'mine' ? [path] : []))
  const paths = [...onlyMine.map(({ path }) => path), ...picked]
  return contentOf(onTop(fieldsOf(theirs.content), fieldsOf(mine), paths), theirs.content)
}
