import { idFor } from '../../base/id.ts'
import type { Db } from '../../db/connection/open.ts'
import { insertMessage } from '../../db/notifications/messages.ts'
import type { Deps } from '../../deps.ts'
import type { MessageFacts, MessageKind } from '../../mail/kinds.ts'

interface Told<K extends MessageKind> {
  ecosystem: string
  kind: K
  /** What happened, as in `reminder/sub_1/2027-01-31/7`. */
  key: string
  facts: MessageFacts[K]
}

/**
 * Tells an ecosystem's people by mail what the caller's transaction writes down: exactly if it does, and once for each
 * `key`, whatever restarts, retries or replicas find out the same. Sent by a job; `deps.jobs.wake()` after the commit
 * sends it at once. True when it had not been told before.
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
