import type Stripe from 'stripe'
import type { Draft } from '../draft.ts'
import { invalid } from '../errors.ts'
import { type Page, paginate } from '../http/list.ts'
import { metadata } from '../http/metadata.ts'
import { type Routes, route } from '../http/route.ts'
import { randomName } from '../ids.ts'
import type { WebhookEndpoint } from '../kinds.ts'
import { contract } from '../spec/shape.ts'

type Create = Stripe.WebhookEndpointCreateParams
type Update = Stripe.WebhookEndpointUpdateParams

export const createEndpoint = (
  draft: Draft,
  params: Omit<Create, 'enabled_events'> & { enabled_events: string[]; id?: string; secret?: string },
): WebhookEndpoint => {
  if (!/^https?:\/\//.test(params.url))
    throw invalid('Invalid URL: URL must be publicly accessible.', 'url', 'url_invalid')
  if (params.api_version && params.api_version !== contract.apiVersion)
    throw invalid(`Invalid API version: the sandbox sends events of ${contract.apiVersion}.`, 'api_version')
  return draft.create('webhook_endpoint', {
    ...(params.id && { id: params.id }),
    api_version: params.api_version ?? null,
    created: draft.now,
    description: params.description || null,
    enabled_events: params.enabled_events,
    livemode: false,
    metadata: metadata(params.metadata),
    secret: params.secret ?? `whsec_${randomName(32)}`,
    status: 'enabled',
    url: params.url,
  })
}

/** The secret is returned once, in the answer to the creation. */
const withoutSecret = ({ secret: _, ...endpoint }: WebhookEndpoint) => endpoint

const updateEndpoint = (draft: Draft, params: Update, id: string) => {
  const before = draft.need('webhook_endpoint', id)
  return withoutSecret(
    draft.change('webhook_endpoint', id, {
      description: params.description === undefined ? before.description : params.description || null,
      enabled_events: params.enabled_events ?? before.enabled_events,
      metadata: metadata(params.metadata, before.metadata),
      status: params.disabled === undefined ? before.status : params.disabled ? 'disabled' : 'enabled',
      url: params.url ?? before.url,
    }),
  )
}

export const webhookEndpointRoutes: Routes = {
  'POST /v1/webhook_endpoints': route<Create>(createEndpoint),
  'GET /v1/webhook_endpoints/:id': route((draft, _params, id) =>
    withoutSecret(draft.need('webhook_endpoint', id)),
  ),
  'POST /v1/webhook_endpoints/:id': route<Update>(updateEndpoint),
  'DELETE /v1/webhook_endpoints/:id': route((draft, _params, id) => {
    draft.need('webhook_endpoint', id)
    draft.remove('webhook_endpoint', id)
    return { id, object: 'webhook_endpoint', deleted: true }
  }),
  'GET /v1/webhook_endpoints': route<Page>((draft, params) =>
    paginate(draft.all('webhook_endpoint').reverse().map(withoutSecret), params, '/v1/webhook_endpoints'),
  ),
}
