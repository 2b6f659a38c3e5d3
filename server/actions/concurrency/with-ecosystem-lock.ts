import { and, eq, isNull, lte, or } from 'drizzle-orm'
import { BillingError } from '../../billing-error.ts'
import { ecosystems } from '../../db/tables/index.ts'
import type { Deps } from '../../deps.ts'
import { newId } from '../../id.ts'

/** Longer than the provider's time-outs: whoever is still at it by then has died. */
const busyMs = 90_000
const patience = { tries: 200, everyMs: 50 }

/**
 * Does `work` while nobody else changes what this ecosystem pays: the provider has no lock of its own, and no transaction
 * may stay open across a call to it. Others wait ten seconds, then are a `BillingError('request-in-progress')`.
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
    await deps.db
      .update(ecosystems)
      .set({ busyUntil: null, busyWith: null })
      .where(and(eq(ecosystems.id, ecosystem), eq(ecosystems.busyWith, holder)))
  }
}

const take = async ({ db, clock }: Deps, ecosystem: string, holder: string): Promise<boolean> => {
  const now = clock.now()
  const taken = await db
    .update(ecosystems)
    .set({ busyUntil: new Date(now.getTime() + busyMs), busyWith: holder })
    .where(
      and(eq(ecosystems.id, ecosystem), or(isNull(ecosystems.busyUntil), lte(ecosystems.busyUntil, now))),
    )
    .returning({ id: ecosystems.id })
  return taken.length > 0
}
