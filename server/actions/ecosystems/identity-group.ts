import { ecosystemIdsFor, isReservedName } from '../../billing/ecosystems/id.ts'
import type { Ecosystem } from '../../db/ecosystems/ecosystems.ts'
import {
  claimGroup,
  confirmGroup,
  forgetGroup,
  groupOfEcosystem,
} from '../../db/ecosystems/identity-groups.ts'
import type { Deps } from '../../deps.ts'

/**
 * Names for a company that are taken by groups at the identity provider, so that a new ecosystem gets another
 * id. When the provider does not answer, the purchase goes on: `ensureOwnGroup` checks again before anything is
 * joined.
 */
export const takenNames = async (deps: Deps, company: string): Promise<Set<string>> => {
  const taken = new Set<string>()
  try {
    for (const name of ecosystemIdsFor(company, 0)) {
      if (!(await deps.directory.hasGroup(name))) break
      taken.add(name)
    }
  } catch (error) {
    deps.log.warn({ err: error }, 'could not read the groups of the identity provider')
  }
  return taken
}

/**
 * Creates the group of an ecosystem and returns its name. The name is stored before the group is created, so
 * that a crash resumes. An existing group that was not created for this ecosystem is left alone, and the
 * ecosystem gets a group with another name.
 */
export const ensureOwnGroup = async (deps: Deps, ecosystem: Ecosystem): Promise<string> => {
  const { id, group, company, number } = ecosystem
  const names = [group, ...ecosystemIdsFor(company, number)]
  for (const name of names.filter((one) => !isReservedName(one))) {
    const claim = await claimGroup(deps.db, id, name)
    if (!claim) continue
    const outcome = await deps.directory.makeGroup(name, claim.mark)
    if (outcome === 'made' || claim.madeAt) {
      await confirmGroup(deps.db, name, claim.madeAt ?? deps.clock.now())
      return name
    }
    await forgetGroup(deps.db, name)
  }
  throw new Error(`No free group for the ecosystem ${id}.`)
}

/** Removes an ecosystem's group, if it was created for it. A reserved one never was, whatever an old record says. */
export const removeOwnGroup = async (deps: Deps, ecosystem: Ecosystem): Promise<void> => {
  const own = await groupOfEcosystem(deps.db, ecosystem)
  if (own?.madeAt && !isReservedName(own.name)) await deps.directory.removeGroup(own.name)
  if (own) await forgetGroup(deps.db, own.name)
}
