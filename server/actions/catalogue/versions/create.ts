import type { PlanVersion, VersionRequest } from '#contract/plan-settings'
import { BillingError } from '../../../base/billing-error.ts'
import { emptyContent } from '../../../billing/catalogue/version-content.ts'
import { insertDraft, lockPlan } from '../../../db/catalogue/plan-versions.ts'
import type { Deps } from '../../../deps.ts'
import { type PlanRef, type PlanState, planStateOf, versionIn } from '../plan-state.ts'
import { nextNumberOf } from './list.ts'
import { type Editor, fieldErrors, note, refuseOverlap, snapshotOf } from './mutate.ts'
import { readVersion } from './read.ts'

/**
 * Creates a version as a draft, empty or as a copy. A number that is used already is refused, with the error at
 * its field.
 */
export const createVersion = async (
  deps: Deps,
  ref: PlanRef,
  editor: Omit<Editor, 'ifMatch'>,
  request: VersionRequest,
): Promise<PlanVersion> => {
  const number = await deps.db.transaction(async (tx) => {
    if (!(await lockPlan(tx, ref.catalogue, ref.plan))) throw new BillingError('not-found')
    const now = deps.clock.now()
    const state = await planStateOf(tx, ref, now)
    const created = { ...ref, number: numberFor(state, request, editor) }
    const content = contentFor(state, request)
    refuseOverlap(
      state,
      { row: { number: created.number, published: false }, content },
      { now, locale: editor.locale },
    )
    await insertDraft(tx, created, content)
    const version = versionIn(await planStateOf(tx, ref, now), created.number)
    const { actor } = editor
    await note(tx, { ref: created, now, actor, action: 'create', before: null, after: snapshotOf(version) })
    return created.number
  })
  return readVersion(deps, { ...ref, number }, editor.locale)
}

const numberFor = (state: PlanState, { number }: VersionRequest, { locale }: Pick<Editor, 'locale'>) => {
  const next = nextNumberOf(state)
  if (number === undefined || number >= next) return number ?? next
  const used = { path: 'number', code: 'number-used' as const, facts: { next: String(next) } }
  throw new BillingError('invalid-input', {}, fieldErrors([used], locale))
}

/** A copy takes everything over except the dates. */
const contentFor = (state: PlanState, { copyFrom, startsAt }: VersionRequest) => {
  const { vocabulary, versions, plan } = state
  if (copyFrom !== undefined) {
    const { content } = versionIn(state, copyFrom)
    return { ...content, startsAt, endsAt: null }
  }
  const name = versions[0]?.content.name ?? { 'es-MX': plan.id, en: plan.id }
  return emptyContent(name, startsAt, vocabulary.currencies)
}
