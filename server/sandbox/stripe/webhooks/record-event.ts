import type { Draft } from '../draft.ts'
import { render } from '../http/render.ts'
import { randomName } from '../ids.ts'
import type { Event, Kind, WebhookEndpoint } from '../kinds.ts'
import { contract } from '../spec/shape.ts'

/** Creates the event, and a delivery for every endpoint that subscribes to it. */
export const recordEvent = (
  draft: Draft,
  type: string,
  object: object & { id: string; object: string },
): void => {
  const endpoints = draft.all('webhook_endpoint').filter((endpoint) => subscribesTo(endpoint, type))
  const before = /\.(updated|detached)$/.test(type)
    ? (stored(draft, object) as { object: string } | undefined)
    : undefined
  const event: Event = {
    id: `evt_1${randomName(23)}`,
    object: 'event',
    api_version: contract.apiVersion,
    created: draft.now,
    data: {
      object: render(draft, object),
      ...(before ? { previous_attributes: previous(render(draft, before), render(draft, object)) } : {}),
    },
    livemode: false,
    pending_webhooks: endpoints.length,
    request: { id: draft.request.id, idempotency_key: draft.request.idempotencyKey },
    type,
  }
  draft.put('event', event)
  for (const endpoint of endpoints)
    draft.put('internal.delivery', {
      id: `${event.id}-${endpoint.id}`,
      event: event.id,
      endpoint: endpoint.id,
      attempts: 0,
      nextAt: draft.now,
      delivered: false,
    })
}

const subscribesTo = (endpoint: WebhookEndpoint, type: string) =>
  endpoint.status === 'enabled' && endpoint.enabled_events.some((name) => name === '*' || name === type)

/** The object as it was before this request. */
const stored = (draft: Draft, object: { id: string; object: string }): object | undefined => {
  let base = draft.base
  while ('base' in base) base = (base as Draft).base
  return base.find(object.object as Kind, object.id) as object | undefined
}

const previous = (before: object, after: object): object => {
  const now = after as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(before).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(now[name])),
  )
}
