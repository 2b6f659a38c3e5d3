import { eq } from 'drizzle-orm'
import { events } from '../db/tables/index.ts'
import type { Deps } from '../deps.ts'
import { reasonOf } from '../reason-of.ts'
import { handleEvent } from './handle-event.ts'

/** Handles a stored message; when that fails the message carries the reason until a later try succeeds. */
export const attemptEvent = async (deps: Deps, id: string): Promise<void> => {
  try {
    await handleEvent(deps, id)
  } catch (error) {
    await deps.db
      .update(events)
      .set({ failure: reasonOf(error) })
      .where(eq(events.id, id))
    throw error
  }
}
