import type { Emit } from './draft.ts'
import { reactTo } from './reactions.ts'
import { announce } from './webhooks/announce.ts'

/** Records an event, then lets other objects react to it. */
export const emit: Emit = (draft, type, object) => {
  announce(draft, type, object)
  reactTo(draft, type, object)
}
