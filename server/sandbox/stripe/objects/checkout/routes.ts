import type Stripe from 'stripe'
import type { Draft } from '../../draft.ts'
import { invalid } from '../../errors.ts'
import { type Page, paginate, type Range, within } from '../../http/list.ts'
import { metadata } from '../../http/metadata.ts'
import { type Routes, route } from '../../http/route.ts'
import type { Session, SessionParams } from '../../kinds.ts'
import { createSession, expireSession } from './session.ts'

type List = Page & {
  created?: Range
  customer?: string
  customer_details?: { email: string }
  payment_intent?: string
  status?: string
  subscription?: string
}

const listSessions = (draft: Draft, params: List) => {
  const from = params.customer
    ? draft.where('checkout.session', 'customer', params.customer)
    : params.payment_intent
      ? draft.where('checkout.session', 'payment_intent', params.payment_intent)
      : params.subscription
        ? draft.where('checkout.session', 'subscription', params.subscription)
        : draft.all('checkout.session')
  const sessions = from
    .filter((session) => !params.payment_intent || session.payment_intent === params.payment_intent)
    .filter((session) => !params.subscription || session.subscription === params.subscription)
    .filter((session) => !params.status || session.status === params.status)
    .filter(
      (session) =>
        !params.customer_details || session.customer_details?.email === params.customer_details.email,
    )
    .filter((session) => within(session.created, params.created))
  return paginate(sessions.reverse(), params, '/v1/checkout/sessions')
}

/** Few fields of a session may change once it is open. */
const updateSession = (draft: Draft, params: Stripe.Checkout.SessionUpdateParams, id: string): Session => {
  const before = draft.need('checkout.session', id)
  const other = Object.keys(params).find((name) => name !== 'metadata' && name !== 'expand')
  if (other) throw invalid(`The sandbox does not serve updates of ${other} on checkout sessions.`, other)
  return draft.change('checkout.session', id, { metadata: metadata(params.metadata, before.metadata ?? {}) })
}

export const checkoutRoutes: Routes = {
  'POST /v1/checkout/sessions': route<SessionParams>(createSession),
  'GET /v1/checkout/sessions/:id': route((draft, _params, id) => draft.need('checkout.session', id)),
  'POST /v1/checkout/sessions/:id': route<Stripe.Checkout.SessionUpdateParams>(updateSession),
  'POST /v1/checkout/sessions/:id/expire': route((draft, _params, id) => expireSession(draft, id)),
  'GET /v1/checkout/sessions': route<List>(listSessions),
  'GET /v1/checkout/sessions/:id/line_items': route<Page>((draft, params, id) => {
    draft.need('checkout.session', id)
    return paginate(
      draft.need('internal.session', id).lines,
      params,
      `/v1/checkout/sessions/${id}/line_items`,
    )
  }),
}
