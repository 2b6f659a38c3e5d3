import type { Deps } from '../deps.ts'
import { storeEvents } from './store-events.ts'

/** Stores a provider's message once and queues its handling; acknowledged only when this has returned. */
export const receiveEvent = async (deps: Deps, raw: string, signature: string): Promise<void> => {
  const event = deps.payments.event(raw, signature)
  await storeEvents(deps, [event])
}
