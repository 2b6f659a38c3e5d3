import type { Emit } from './draft.ts'
import { reactTo } from './reactions.ts'
import { recordEvent } from './webhooks/record-event.ts'

/** Records an event, then lets other objects react to it. */
export const emit: Emit = (draft, type, object) => {
  recordEvent(draft, type, object)
  reactTo(draft, type, object)
}
