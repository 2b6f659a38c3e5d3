import type { PlanVersion, PlanVersionContent } from '#contract/plan-settings'
import { BillingError } from '../../../base/billing-error.ts'
import { differences } from '../../../billing/catalogue/differences.ts'
import { normalContent } from '../../../billing/catalogue/version-content.ts'
import { mistakesIn } from '../../../billing/catalogue/version-rules.ts'
import type { Deps } from '../../../deps.ts'
import { knownIn, type PlanState, planStateOf, type VersionRef, versionIn } from '../plan-state.ts'
import { type Editor, fieldErrors, mutateVersion, refuseOverlap, refuseUnsellable } from './mutate.ts'
import { checkOf } from './read.ts'

/**
 * Saves a version's content. A draft may be incomplete, a published version must not be. A version that was
 * sold is a `BillingError('version-sold')`; one that another administrator saved in the meantime is a
 * `version-changed`.
 */
export const updateVersion = (
  deps: Deps,
  ref: VersionRef,
  editor: Editor,
  given: PlanVersionContent,
): Promise<PlanVersion> => {
  const { locale } = editor
  return mutateVersion(deps, ref, { ...editor, action: 'edit', sent: given }, (state, version, now) => {
    refuseMistakes(state, given, editor)
    if (version.sold) throw new BillingError('version-sold', { number: String(ref.number) })
    const content = normalContent(given, state.vocabulary.currencies)
    const wanted = { row: version.row, content }
    if (version.row.published) refuseUnsellable(state, wanted, { now, locale })
    else refuseOverlap(state, wanted, { now, locale })
    return differences(version.content, content).length ? { content } : null
  })
}

const refuseMistakes = (
  state: PlanState,
  content: PlanVersionContent,
  { locale }: Pick<Editor, 'locale'>,
) => {
  const mistakes = mistakesIn(content, knownIn(state.vocabulary))
  if (mistakes.length) throw new BillingError('invalid-input', {}, fieldErrors(mistakes, locale))
}

/** Checks content without saving it: what it lacks, and what follows from its prices. */
export const checkVersion = async (
  deps: Deps,
  ref: VersionRef,
  editor: Pick<Editor, 'locale'>,
  given: PlanVersionContent,
) => {
  const state = await planStateOf(deps.db, ref, deps.clock.now())
  versionIn(state, ref.number)
  refuseMistakes(state, given, editor)
  return checkOf(state, normalContent(given, state.vocabulary.currencies), editor.locale)
}
