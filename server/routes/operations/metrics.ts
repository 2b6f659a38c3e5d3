import { timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { type Backlog, readBacklog } from '../../actions/operations/read-backlog.ts'
import { BillingError } from '../../base/billing-error.ts'
import type { Deps } from '../../deps.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { buckets, type RequestCount } from '../../http/request-counts.ts'

/**
 * Queue and request metrics in the Prometheus format. With `METRICS_TOKEN` only for callers with that token;
 * without it, only when systems are replaced by stand-ins.
 */
export const metrics = (deps: Deps, requests: () => RequestCount[]) =>
  new Hono<AppEnv>().get('/', async (c) => {
    const { token, open } = deps.settings.metrics
    if (!token && !open) throw new BillingError('not-found')
    if (token && !isSame(c.req.header('Authorization') ?? '', `Bearer ${token}`))
      throw new BillingError('not-signed-in')
    const families = [...backlogFamilies(await readBacklog(deps)), ...requestFamilies(requests()), memory()]
    return c.body(families.map(textOf).join(''), 200, {
      'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
      'Cache-Control': 'no-store',
    })
  })

const isSame = (given: string, wanted: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)]
  return one.length === other.length && timingSafeEqual(one, other)
}

interface Sample {
  labels?: Record<string, string | number>
  value: number
  /** The suffix of the series, as in `_bucket`. */
  part?: string
}

interface Family {
  name: string
  type: 'gauge' | 'counter' | 'histogram'
  help: string
  samples: Sample[]
}

const gauge = (name: string, help: string, samples: Sample[]): Family => ({
  name: `waizant_${name}`,
  type: 'gauge',
  help,
  samples,
})

const backlogFamilies = ({ queues, deadLetters, inbox }: Backlog): Family[] => {
  const each = (measure: (one: Backlog['queues'][number]) => number) =>
    queues.map((one) => ({ labels: { queue: one.queue }, value: measure(one) }))
  return [
    gauge(
      'queue_waiting',
      'Jobs not begun, retries included.',
      each((one) => one.waiting),
    ),
    gauge(
      'queue_active',
      'Jobs at work.',
      each((one) => one.active),
    ),
    gauge(
      'queue_lag_seconds',
      'How long the job due longest has been due.',
      each((one) => one.lagSeconds),
    ),
    gauge('dead_letters', 'Jobs that failed every retry.', [{ value: deadLetters }]),
    gauge('inbox_unhandled', 'Provider messages kept but not acted on.', [{ value: inbox.unhandled }]),
    gauge('inbox_failing', 'Provider messages whose last try failed.', [{ value: inbox.failing }]),
    gauge('inbox_lag_seconds', 'How long the oldest of them has waited.', [{ value: inbox.lagSeconds }]),
  ]
}

const requestFamilies = (all: RequestCount[]): Family[] => [
  {
    name: 'waizant_http_requests_total',
    type: 'counter',
    help: 'Answered requests of this process; price lists sent from memory aside.',
    samples: all.map(({ method, route, status, count }) => ({
      labels: { method, route, status },
      value: count,
    })),
  },
  {
    name: 'waizant_http_request_duration_seconds',
    type: 'histogram',
    help: 'How long they took.',
    samples: all.flatMap(({ method, route, status, count, seconds, within }) => {
      const labels = { method, route, status }
      return [
        ...within.map((value, index) => ({
          part: '_bucket',
          labels: { ...labels, le: buckets[index]! },
          value,
        })),
        { part: '_bucket', labels: { ...labels, le: '+Inf' }, value: count },
        { part: '_sum', labels, value: seconds },
        { part: '_count', labels, value: count },
      ]
    }),
  },
]

const memory = (): Family => ({
  name: 'process_resident_memory_bytes',
  type: 'gauge',
  help: 'Memory of this process.',
  samples: [{ value: process.memoryUsage.rss() }],
})

const textOf = ({ name, type, help, samples }: Family): string =>
  `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${samples
    .map(({ part = '', labels = {}, value }) => `${name}${part}${labelsOf(labels)} ${value}\n`)
    .join('')}`

const labelsOf = (labels: Record<string, string | number>): string => {
  const all = Object.entries(labels).map(([name, value]) => `${name}="${escaped(String(value))}"`)
  return all.length ? `{${all.join(',')}}` : ''
}

const escaped = (value: string) => value.replaceAll(/[\\"\n]/g, (one) => (one === '\n' ? '\\n' : `\\${one}`))
