import { type InboxState, inboxState } from '../../db/provider-events/events.ts'
import type { Deps } from '../../deps.ts'
import type { QueueDepth } from '../../messaging/jobs.ts'

/** Work that is waiting, for monitoring. */
export interface Backlog {
  queues: QueueDepth[]
  deadLetters: number
  /** Stored provider events that are not handled yet. */
  inbox: InboxState
}

export const readBacklog = async (deps: Deps): Promise<Backlog> => {
  const inbox = await inboxState(deps.db)
  const all = await deps.jobs.depths()
  const dead = all.find(({ queue }) => queue === deps.jobs.dead.queue)
  return {
    queues: all.filter((one) => one !== dead),
    deadLetters: dead?.waiting ?? 0,
    inbox,
  }
}
