import { BillingError } from '../../base/billing-error.ts'
import { newId } from '../../base/id.ts'
import { releaseLock, takeLock } from '../../db/ecosystems/lock.ts'
import type { Deps } from '../../deps.ts'

/** Longer than the provider's time-outs: a holder that is still working after this time has crashed. */
const busyMs = 90_000
const patience = { tries: 200, everyMs: 50 }

/**
 * Runs `work` while no other process changes what this ecosystem pays. The provider has no lock of its own, and
 * no transaction may stay open across a call to it. Other callers wait up to ten seconds, then get a
 * `BillingError('request-in-progress')`.
 */
export const withEcosystemLock = async <T>(
  deps: Deps,
  ecosystem: string,
  work: () => Promise<T>,
): Promise<T> => {
  const holder = newId('busy')
  for (let tries = 0; !(await take(deps, ecosystem, holder)); tries++) {
    if (tries >= patience.tries) throw new BillingError('request-in-progress')
    await new Promise((resolve) => setTimeout(resolve, patience.everyMs))
  }
  try {
    return await work()
  } finally {
    await releaseLock(deps.db, ecosystem, holder)
  }
}

const take = ({ db, clock }: Deps, ecosystem: string, holder: string): Promise<boolean> => {
  const now = clock.now()
  return takeLock(db, ecosystem, { holder, now, until: new Date(now.getTime() + busyMs) })
}
