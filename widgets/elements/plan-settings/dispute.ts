import type { PlanVersion, PlanVersionContent } from '#contract/plan-settings'
import { contentOf, fieldsOf, type Merge, mergeOf, onTop } from './fields.ts'

/** Two administrators wrote at once: what differs, and what is picked of it. */
export interface Dispute extends Merge {
  theirs: PlanVersion
  mine: PlanVersionContent
  picks: Map<string, 'mine' | 'theirs'>
}

/** What both saw, what I wrote, what stands there now. */
export const disputeOf = (
  base: PlanVersionContent,
  mine: PlanVersionContent,
  theirs: PlanVersion,
): Dispute => {
  const merge = mergeOf(fieldsOf(base), fieldsOf(mine), fieldsOf(theirs.content))
  return { ...merge, theirs, mine, picks: new Map(merge.conflicts.map(({ path }) => [path, 'mine'])) }
}

/** What only I changed, and what I picked, on top of what stands there now. */
export const mergedContent = ({ theirs, mine, picks, onlyMine }: Dispute): PlanVersionContent => {
  const picked = [...picks].flatMap(([path, whose]) => (whose === 'mine' ? [path] : []))
  const paths = [...onlyMine.map(({ path }) => path), ...picked]
  return contentOf(onTop(fieldsOf(theirs.content), fieldsOf(mine), paths), theirs.content)
}
