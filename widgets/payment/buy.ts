import type { Checkout, CheckoutOpened, CheckoutRequest } from '#contract/checkout'
import { ApiError } from '../api/answer.ts'
import { type ApiRequest, request } from '../api/request.ts'
import { newId } from '../base/new-id.ts'
import { forget, type Intention, intentionFor, keep, lastCheckout, type Order } from './intention.ts'

export type Purchase =
  | { status: 'open'; checkout: { id: string; url: string } }
  /** Paid, or being paid: there is nothing left to buy. */
  | { status: 'owned'; id: string; planName: string }

export interface Seller {
  server: string
  locale: string
  getToken?: ApiRequest['getToken']
  /** Aborts when the customer who buys for the order's ecosystem leaves. */
  signal?: AbortSignal | undefined
}

/** The server stores no result for these refusals, so a later try uses a new key. */
const isFinal = ({ status }: ApiError) => status >= 400 && status < 500 && status !== 408 && status !== 429

const statusOf = async ({ server, ...options }: Seller, id: string): Promise<Checkout | undefined> => {
  try {
    return await request<Checkout>(`${server}/v1/checkouts/${encodeURIComponent(id)}`, options)
  } catch (thrown) {
    if (thrown instanceof ApiError && thrown.status === 404) return undefined
    throw thrown
  }
}

/** The status of this browser's last payment page for this catalogue and owner. */
const settle = async (seller: Seller, order: Order): Promise<Purchase | undefined> => {
  const last = lastCheckout(seller.server, order)
  if (!last) return undefined
  const checkout = await statusOf(seller, last.checkout.id)
  if (checkout?.status === 'complete' || checkout?.status === 'pending') {
    if (checkout.status === 'complete') forget(seller.server, order)
    return { status: 'owned', id: checkout.id, planName: checkout.planName }
  }
  if (checkout?.status !== 'open') forget(seller.server, last, last)
  return undefined
}

/** Sends the order once more when the answer was lost: the server executes the same key once. */
const send = async ({ server, ...options }: Seller, { key, body }: Intention) => {
  const post = () =>
    request<CheckoutOpened>(`${server}/v1/checkouts`, {
      ...options,
      method: 'POST',
      body,
      idempotencyKey: key,
    })
  return post().catch((thrown: ApiError) => {
    if (thrown.status === 0 || thrown.code === 'request-in-progress') return post()
    throw thrown
  })
}

const open = async (seller: Seller, intention: Intention): Promise<Purchase> => {
  const { id, url } = await send(seller, intention)
  const checkout = { id, url }
  forget(seller.server, intention)
  keep(seller.server, { ...intention, checkout })
  return { status: 'open', checkout }
}

/**
 * Opens the payment page of an order, or finds that it is paid. One intention keeps one key over all tries: double
 * clicks, reloads, the back button, lost answers and other tabs all reach the same page.
 */
export const buy = async (seller: Seller, wanted: CheckoutRequest): Promise<Purchase> => {
  const { server } = seller
  const { catalogue, plan, interval, currency, ecosystem, link } = wanted
  const order = { catalogue, plan, interval, currency, owner: ecosystem ?? link }
  const settled = await settle(seller, order)
  if (settled) return settled
  const body = JSON.stringify(wanted)
  const known = intentionFor(server, order)
  if (known?.checkout && known.body === body) return { status: 'open', checkout: known.checkout }
  const intention = known && !known.checkout ? known : { ...order, key: newId(), body, at: Date.now() }
  keep(server, intention)
  try {
    return await open(seller, intention)
  } catch (thrown) {
    if (!(thrown instanceof ApiError && isFinal(thrown))) throw thrown
    forget(server, order, order)
    if (thrown.code !== 'idempotency-key-reused') throw thrown
    return open(seller, { ...order, key: newId(), body, at: Date.now() })
  }
}
