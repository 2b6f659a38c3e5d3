import { Billing } from '#contract/billing'
import { Cancellation, CancellationRequest } from '#contract/cancellation'
import type { Operation } from '../openapi/operation.ts'

export const cancellationOperations: Operation[] = [
  {
    id: 'cancelSubscription',
    method: 'post',
    path: '/v1/ecosystems/{ecosystem}/cancellation',
    tag: 'Customer',
    summary: 'Cancel at the end of the paid period',
    body: CancellationRequest,
    answers: 'The last moment of access, and until when the data is kept.',
    answer: Cancellation,
    idempotencyKey: true,
    signedIn: true,
  },
  {
    id: 'undoCancellation',
    method: 'delete',
    path: '/v1/ecosystems/{ecosystem}/cancellation',
    tag: 'Customer',
    summary: 'Stay after all, before the subscription ends',
    answers: 'The billing summary.',
    answer: Billing,
    signedIn: true,
  },
]
