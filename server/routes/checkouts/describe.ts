import { Checkout, CheckoutOpened, CheckoutRequest } from '#contract/checkout'
import type { Operation } from '../openapi/operation.ts'

export const checkoutOperations: Operation[] = [
  {
    id: 'openCheckout',
    method: 'post',
    path: '/v1/checkouts',
    tag: 'Public',
    summary:
      'Open a payment page for a plan; for an `ecosystem` with a token of it that may buy, or with the `link` of a mail about its trial',
    body: CheckoutRequest,
    status: 201,
    answers: 'Where to pay.',
    answer: CheckoutOpened,
    idempotencyKey: true,
    signedIn: 'optional',
  },
  {
    id: 'readCheckout',
    method: 'get',
    path: '/v1/checkouts/{id}',
    tag: 'Public',
    summary: 'How a checkout stands',
    answers: 'Its status, and the ecosystem once it is ready.',
    answer: Checkout,
  },
]
