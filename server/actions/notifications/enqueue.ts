import { idFor } from '../../base/id.ts'
import type { Db } from '../../db/connection/open.ts'
import { insertMessage } from '../../db/notifications/messages.ts'
import type { Deps } from '../../deps.ts'
import type { MessageFacts, MessageKind } from '../../mail/kinds.ts'

interface Told<K extends MessageKind> {
  ecosystem: string
  kind: K
  /** Identifies the event, as in `reminder/sub_1/2027-01-31/7`. */
  key: string
  facts: MessageFacts[K]
}

/**
 * Queues a mail to an ecosystem's people in the caller's transaction: it is sent only if that commits, and once
 * for each `key`, even when restarts, retries or replicas find the same event. A job sends it; call
 * `deps.jobs.wake()` after the commit to send it at once. Returns true when the key is new.
 */
export const notify = async <K extends MessageKind>(
  deps: Deps,
  tx: Db,
  { ecosystem, kind, key, facts }: Told<K>,
): Promise<boolean> => {
  const id = idFor('msg', key)
  const isNew = await insertMessage(tx, { key, id, ecosystem, kind, facts, createdAt: deps.clock.now() })
  if (isNew) await deps.jobs.send(tx, 'send-mail', { message: id })
  return isNew
}
