import type Stripe from 'stripe'
import type { Draft } from '../../draft.ts'
import { type Page, paginate, type Range, within } from '../../http/list.ts'
import { type Routes, route } from '../../http/route.ts'
import { cancelSubscription } from './cancel.ts'
import type { UpdateParams } from './check-update.ts'
import { type CreateParams, createSubscription } from './create.ts'
import { pauseSubscription } from './pause.ts'
import { resumeSubscription } from './resume.ts'
import { updateSubscription } from './update.ts'

type List = Page & {
  collection_method?: string
  created?: Range
  customer?: string
  price?: string
  status?: string
}

const listSubscriptions = (draft: Draft, params: List) =>
  paginate(
    (params.customer ? draft.where('subscription', 'customer', params.customer) : draft.all('subscription'))
      .filter(({ status, ended_at }) =>
        params.status === undefined
          ? status !== 'canceled'
          : params.status === 'all' ||
            status === params.status ||
            (params.status === 'ended' && ended_at !== null),
      )
      .filter((each) => !params.price || each.items.data.some((item) => item.price.id === params.price))
      .filter((each) => !params.collection_method || each.collection_method === params.collection_method)
      .filter((each) => within(each.created, params.created))
      .reverse(),
    params,
    '/v1/subscriptions',
  )

export const subscriptionRoutes: Routes = {
  'POST /v1/subscriptions': route<CreateParams>((draft, params) => createSubscription(draft, params)),
  'GET /v1/subscriptions/:id': route((draft, _params, id) => draft.need('subscription', id)),
  'POST /v1/subscriptions/:id': route<UpdateParams>(updateSubscription),
  'POST /v1/subscriptions/:id/pause': route<Stripe.SubscriptionPauseParams>(pauseSubscription),
  'DELETE /v1/subscriptions/:id': route<Stripe.SubscriptionCancelParams>(cancelSubscription),
  'POST /v1/subscriptions/:id/resume': route<Stripe.SubscriptionResumeParams>(resumeSubscription),
  'GET /v1/subscriptions': route<List>(listSubscriptions),
}
