import { expect } from 'vitest'
import type { Life, Promised } from '../life.ts'
import type { Books, Rows } from './books.ts'
import { sum } from './books.ts'

/** The encounters that each plan includes in a month. */
const includedBy: Record<string, number> = { lite: 0, plus: 200, premium: 500 }

/** Paid encounters arrived once, and only use reduced them. */
export const encountersArriveOnce = async (
  promised: Promised,
  { town, customer }: Life,
  books: Books,
  rows: Rows,
) => {
  const paid = books.sessions.filter(
    ({ mode, payment_status }) => mode === 'payment' && payment_status === 'paid',
  )
  const delivered = rows.purchases.filter(({ status }) => status === 'delivered')
  expect(delivered.map(({ providerId }) => providerId).sort(), 'what is paid is delivered').toEqual(
    paid.map(({ id }) => id).sort(),
  )
  const { body } = await town.send(`/sandbox/ecosystems/${customer.id}/tickets`)
  expect(body.bought + promised.spent, 'bought ones = what was paid for − what was used of it').toBe(
    sum(delivered.map(({ quantity }) => quantity)),
  )
  expect(body.encounters, 'encounters = included + bought').toBe(body.bought + (body.included?.left ?? 0))
  const { left, of, until } = body.included ?? { left: 0, of: 0, until: null }
  expect(left, 'no more is left than was granted').toBeLessThanOrEqual(of)
  const end = nextFirst(town.clock.now())
  if (until) expect(new Date(until), 'they end on the 1st').toEqual(end)
  expect(of, 'granted = what the days on each plan justify').toBe(justified(end, books, rows))
}

/** The 1st of the next month at midnight in Mexico. */
const nextFirst = (now: Date): Date => {
  const firstOf = (month: number) => new Date(Date.UTC(now.getUTCFullYear(), month, 1, 6))
  const first = firstOf(now.getUTCMonth())
  return first > now ? first : firstOf(now.getUTCMonth() + 1)
}

const rhythm = new Set(['subscription_create', 'subscription_cycle'])

/** The current period is paid and nothing else is owed; for an ended subscription, its last period was paid. */
const isPaid = ({ invoices, subscriptions: [subscription] }: Books): boolean => {
  const newest = invoices.find(({ billing_reason }) => rhythm.has(billing_reason ?? ''))
  const owed = invoices.some(({ status }) => status === 'draft' || status === 'open')
  return newest?.status === 'paid' && (subscription!.status === 'canceled' || !owed)
}

/** Each plan's share for its days of the month before `end`, from the first second that was paid for. */
const justified = (end: Date, books: Books, rows: Rows): number => {
  const [subscription] = books.subscriptions
  const first = new Date(end)
  first.setUTCMonth(first.getUTCMonth() - 1)
  const ended = (subscription!.ended_at ?? Number.POSITIVE_INFINITY) * 1000
  if (ended <= +first || !isPaid(books)) return 0
  const changes = rows.quotes
    .filter(({ status, steps }) => status === 'applied' && steps.now)
    .sort((one, other) => +one.at - +other.at || +one.acceptedAt! - +other.acceptedAt!)
  const planAt = (at: number) =>
    changes.findLast((change) => +change.at <= at)?.version ??
    changes[0]?.from ??
    rows.subscriptions[0]!.version
  const from = Math.max(+first, subscription!.start_date * 1000)
  const until = Math.min(+end, ended)
  const within = changes.map(({ at }) => +at).filter((at) => at > from && at < until)
  const moments = [from, ...within, until]
  const worth = moments.slice(1).map((next, index) => {
    const plan = planAt(moments[index]!).split('/')[1]!
    return (includedBy[plan] ?? 0) * (next - moments[index]!)
  })
  return Math.floor(sum(worth) / (+end - +first))
}
