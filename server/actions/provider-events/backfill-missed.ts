import type { Deps } from '../../deps.ts'
import { storeEvents } from './store.ts'

/** Messages may become visible later than their timestamp; reading some twice costs little. */
const overlapMs = 60 * 60 * 1000
/** Younger messages are still in delivery, so they are not missed yet. */
const deliveryMs = 5 * 60 * 1000
/** The provider keeps messages no longer; the nightly comparison finds older differences. */
const rememberedMs = 30 * 24 * 60 * 60 * 1000

/**
 * Fetches the provider's messages since the last run and stores those that never arrived, as if they had.
 * Without `since` (ISO 8601) it goes back as far as the provider keeps them.
 */
export const backfillMissedEvents = async (deps: Deps, { since }: { since?: string }): Promise<void> => {
  const now = deps.clock.now()
  const oldest = now.getTime() - rememberedMs
  const from = new Date(Math.max(oldest, since ? new Date(since).getTime() - overlapMs : oldest))
  const until = new Date(now.getTime() - deliveryMs)
  let missed = 0
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await deps.payments.eventsSince({ from, until }, cursor)
    missed += await storeEvents(deps, page.events)
    cursor = page.next
  }
  await deps.scheduler.remember(deps.db, 'backfill-missed-events', { since: until.toISOString() })
  if (missed) deps.log.warn({ missed, from }, 'provider events had not arrived and were fetched')
}
