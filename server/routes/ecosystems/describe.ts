import { Balance } from '#contract/balance'
import { Billing } from '#contract/billing'
import { Entitlements } from '#contract/entitlements'
import { TimeZoneChange } from '#contract/time-zone'
import type { Operation } from '../openapi/operation.ts'

export const ecosystemOperations: Operation[] = [
  {
    id: 'readBilling',
    method: 'get',
    path: '/v1/ecosystems/{ecosystem}/billing',
    tag: 'Customer',
    summary: 'Plan, usage, balance and payments on one look',
    answers: 'The billing summary.',
    answer: Billing,
    signedIn: true,
  },
  {
    id: 'readBalance',
    method: 'get',
    path: '/v1/ecosystems/{ecosystem}/balance',
    tag: 'Customer',
    summary: 'The balance and its movements',
    answers: 'The balance.',
    answer: Balance,
    signedIn: true,
  },
  {
    id: 'readEntitlements',
    method: 'get',
    path: '/v1/ecosystems/{ecosystem}/entitlements',
    tag: 'Customer',
    summary: 'What the ecosystem may use, for its own backend',
    answers: 'Access, features and limits, with a strong ETag; 304 when it is known.',
    answer: Entitlements,
    signedIn: true,
  },
  {
    id: 'changeTimeZone',
    method: 'put',
    path: '/v1/ecosystems/{ecosystem}/time-zone',
    tag: 'Customer',
    summary: 'Set where the ecosystem’s days begin',
    body: TimeZoneChange,
    answers: 'The billing summary. Payments stay at the moments that they were sold for.',
    answer: Billing,
    signedIn: true,
  },
  {
    id: 'exportBilling',
    method: 'get',
    path: '/v1/ecosystems/{ecosystem}/export',
    tag: 'Customer',
    summary: 'All of its billing data, also after a cancellation',
    answers: 'application/zip: a CSV file for each kind, UTF-8, with its headings in the caller’s language.',
    signedIn: true,
  },
]
