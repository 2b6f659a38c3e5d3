import { handleEvent } from '../actions/handle-event.ts'
import { provisionEcosystem } from '../actions/provision-ecosystem.ts'
import type { Deps } from '../deps.ts'
import type { Handlers } from '../messaging/jobs.ts'

/** Which action each queue calls. */
export const handlers = (deps: Deps): Handlers => ({
  'handle-event': ({ event }) => handleEvent(deps, event),
  'provision-ecosystem': ({ ecosystem }) => provisionEcosystem(deps, ecosystem),
})
