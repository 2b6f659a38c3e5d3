import type { Deps } from '../deps.ts'
import { storeEvents } from './store-events.ts'

/** Stores a provider's message once and queues its handling; acknowledged only when this has returned. */
export const receiveEvent = async (deps: Deps, raw: string, signature: string): Promise<void> => {
  const event = deps.payments.event(raw, signature)
  const ours = deps.settings.config.stripe.apiVersion
  // Nothing is lost: what it tells of is read afresh in our own version.
  if (event.apiVersion && event.apiVersion !== ours)
    deps.log.warn({ event: event.id, theirs: event.apiVersion, ours }, 'the endpoint has another API version')
  await storeEvents(deps, [event])
}
