import { Config } from '#contract/config'
import type { Operation } from '../openapi/operation.ts'

export const operatorOperations: Operation[] = [
  {
    id: 'readConfig',
    method: 'get',
    path: '/v1/config',
    tag: 'Public',
    summary: 'What a page needs to know before it pays',
    answers: 'Public settings.',
    answer: Config,
  },
  {
    id: 'readUnsubscribing',
    method: 'get',
    path: '/v1/unsubscribe/{token}',
    tag: 'Public',
    summary: 'The page where a mail’s link to stop notices leads',
    answers: 'HTML that asks; nothing changes.',
  },
  {
    id: 'unsubscribe',
    method: 'post',
    path: '/v1/unsubscribe/{token}',
    tag: 'Public',
    summary: 'Stop notices by mail with one click (RFC 8058), or let them come again with `notices=on`',
    answers: 'HTML that says so.',
  },
  {
    id: 'receiveStripeEvent',
    method: 'post',
    path: '/webhooks/stripe',
    tag: 'Provider and operator',
    summary: 'Stripe’s signed messages',
    answers: 'The message is stored.',
  },
  {
    id: 'isAlive',
    method: 'get',
    path: '/healthz',
    tag: 'Provider and operator',
    summary: 'Whether the process answers',
    answers: 'It does.',
  },
  {
    id: 'isReady',
    method: 'get',
    path: '/readyz',
    tag: 'Provider and operator',
    summary: 'Whether databases, migrations, queue and disk are ready, and the start is over',
    answers: 'They are; 503 when not.',
  },
  {
    id: 'readMetrics',
    method: 'get',
    path: '/metrics',
    tag: 'Provider and operator',
    summary: 'What waits and how requests go; in production for who brings METRICS_TOKEN',
    answers: 'Prometheus’ text format.',
  },
]
