import type { VersionList } from '#contract/plan-settings'
import { BillingError } from '../../../base/billing-error.ts'
import { deleteVersionRow } from '../../../db/catalogue/plan-versions.ts'
import type { Deps } from '../../../deps.ts'
import type { VersionRef } from '../plan-state.ts'
import { enqueueCatalogueSync } from '../sync/enqueue.ts'
import { listVersions } from './list.ts'
import { assertIfMatch, type Editor, heldVersion, note, snapshotOf } from './mutate.ts'
import { isDeletable } from './read.ts'

/**
 * Deletes a version that is neither published nor active and was never sold; any other is a
 * `BillingError('version-in-use')`.
 */
export const deleteVersion = async (deps: Deps, ref: VersionRef, editor: Editor): Promise<VersionList> => {
  const { actor, locale } = editor
  await deps.db.transaction(async (tx) => {
    const { version, now } = await heldVersion(deps, tx, ref)
    assertIfMatch(version, editor)
    if (!isDeletable(version)) throw new BillingError('version-in-use')
    await deleteVersionRow(tx, version.row.id)
    await note(tx, { ref, now, actor, action: 'delete', before: snapshotOf(version), after: null })
    await enqueueCatalogueSync(deps, tx, ref.catalogue)
  })
  deps.jobs.wake()
  return listVersions(deps, ref, locale)
}
