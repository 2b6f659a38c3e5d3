import type Stripe from 'stripe'
import type { Draft } from '../../draft.ts'
import { missing } from '../../errors.ts'
import { type Page, paginate } from '../../http/list.ts'
import { type Routes, route } from '../../http/route.ts'
import type { Subscription, SubscriptionItem } from '../../kinds.ts'
import type { UpdateParams } from './check-update.ts'
import { updateSubscription } from './update.ts'

const ownerOf = (draft: Draft, id: string): Subscription => {
  const owner = draft.where('subscription', 'item', id)[0]
  if (!owner) throw missing('subscription_item', id)
  return owner
}

const itemIn = (subscription: Subscription, id: string): SubscriptionItem =>
  subscription.items.data.find((item) => item.id === id)!

/** Parameters about the subscription's billing rather than the item itself. */
const BILLING = ['off_session', 'payment_behavior', 'proration_behavior', 'proration_date', 'expand'] as const

const split = (params: Record<string, unknown>) => {
  const item = { ...params }
  const billing: Record<string, unknown> = {}
  for (const name of BILLING) {
    if (name in item) billing[name] = item[name]
    delete item[name]
  }
  return { item, billing }
}

const change = (draft: Draft, subscription: string, item: object, billing: object) =>
  updateSubscription(draft, { ...billing, items: [item] } as UpdateParams, subscription)

export const subscriptionItemRoutes: Routes = {
  'POST /v1/subscription_items': route<Stripe.SubscriptionItemCreateParams>((draft, params) => {
    const { subscription, ...rest } = params
    const before = new Set(
      draft.need('subscription', subscription, 'subscription').items.data.map((item) => item.id),
    )
    const { item, billing } = split(rest)
    return change(draft, subscription, item, billing).items.data.find((each) => !before.has(each.id))!
  }),
  'GET /v1/subscription_items/:id': route((draft, _params, id) => itemIn(ownerOf(draft, id), id)),
  'POST /v1/subscription_items/:id': route<Stripe.SubscriptionItemUpdateParams>((draft, params, id) => {
    const { item, billing } = split(params as Record<string, unknown>)
    return itemIn(change(draft, ownerOf(draft, id).id, { id, ...item }, billing), id)
  }),
  'DELETE /v1/subscription_items/:id': route<Stripe.SubscriptionItemDeleteParams>((draft, params, id) => {
    const { item: _, billing } = split(params as Record<string, unknown>)
    change(draft, ownerOf(draft, id).id, { id, deleted: true }, billing)
    return { id, object: 'subscription_item', deleted: true }
  }),
  'GET /v1/subscription_items': route<Page & { subscription: string }>((draft, params) =>
    paginate(
      draft.need('subscription', params.subscription, 'subscription').items.data,
      params,
      `/v1/subscription_items?subscription=${params.subscription}`,
    ),
  ),
}
