import type { PlanVersion } from '#contract/plan-settings'
import type { Deps } from '../../../deps.ts'
import type { VersionRef } from '../plan-state.ts'
import { type Decide, type Editor, mutateVersion, refuseUnsellable } from './mutate.ts'

export type Switch = 'publish' | 'unpublish' | 'activate' | 'deactivate'

/**
 * Publishes or withdraws a version, or switches it on or off. A version whose start has passed starts when it
 * is published. An incomplete one is a `BillingError('version-incomplete')`; one whose dates overlap another's
 * is a `dates-overlap`.
 */
export const setVersionState = (
  deps: Deps,
  ref: VersionRef,
  editor: Editor,
  action: Switch,
): Promise<PlanVersion> => mutateVersion(deps, ref, { ...editor, action }, decisions(editor)[action])

const decisions = ({ locale }: Editor): Record<Switch, Decide> => ({
  publish: (state, version, now) => {
    if (version.row.published) return null
    refuseUnsellable(state, version, { now, locale })
    return { published: true, ...(version.row.startsAt < now && { startsAt: now }) }
  },
  unpublish: (_state, { row }) => (row.published ? { published: false } : null),
  activate: (state, version, now) => {
    if (version.row.active) return null
    if (version.row.published) refuseUnsellable(state, version, { now, locale })
    return { active: true }
  },
  deactivate: (_state, { row }) => (row.active ? { active: false } : null),
})
