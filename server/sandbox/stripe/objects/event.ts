import { invalid } from '../errors.ts'
import { type Page, paginate, type Range, within } from '../http/list.ts'
import { type Routes, route } from '../http/route.ts'
import type { Event } from '../kinds.ts'
import type { Reader } from '../store.ts'

interface List extends Page {
  created?: Range
  delivery_success?: boolean
  type?: string
  types?: string[]
}

const MONTH = 30 * 86_400

const matches = (pattern: string, type: string) =>
  pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type

/** An event counts as delivered when every endpoint that subscribes to it has received it. */
const isDelivered = (reader: Reader, event: Event) =>
  reader.where('internal.delivery', 'event', event.id).every((delivery) => delivery.delivered)

export const eventRoutes: Routes = {
  'GET /v1/events/:id': route((draft, _params, id) => draft.need('event', id)),
  'GET /v1/events': route<List>((draft, params) => {
    if (params.type && params.types)
      throw invalid('You may only specify one of these parameters: type, types.', 'type')
    const patterns = params.type ? [params.type] : params.types
    return paginate(
      draft
        .all('event')
        .filter((event) => event.created > draft.now - MONTH && within(event.created, params.created))
        .filter((event) => !patterns?.length || patterns.some((pattern) => matches(pattern, event.type)))
        .filter(
          (event) =>
            params.delivery_success === undefined || isDelivered(draft, event) === params.delivery_success,
        )
        .reverse(),
      params,
      '/v1/events',
    )
  }),
}
