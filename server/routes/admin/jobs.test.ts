import { eq, isNotNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { audit, events, subscriptions } from '../../db/tables/index.ts'
import { backOfficeGroup } from '../../identity/token.ts'
import { stripeOf } from '../../sandbox/console.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
let operator: { Authorization: string }
let ecosystem: string
beforeAll(async () => {
  world = await openWorld({ retries: { limit: 2, seconds: 0, maxSeconds: 0 } })
  const { body } = await world.send('/sandbox/identity/token', {
    body: { groups: [backOfficeGroup], email: 'guardia@waizant.mx' },
  })
  operator = { Authorization: `Bearer ${body.token}` }
  const made = { catalogue: 'erp', plan: 'pro', interval: 'month', currency: 'MXN' }
  ecosystem = (await world.send('/sandbox/ecosystems', { body: made })).body.ecosystem
})
afterAll(() => world.close())

const dead = async () => (await world.send('/v1/admin/jobs/dead', { headers: operator })).body
const replay = (path: string) =>
  world.send(`/v1/admin/jobs/dead/${path}`, { method: 'POST', headers: operator })

const mirrored = async () => {
  const [row] = await world.deps.db.select().from(subscriptions).where(eq(subscriptions.ecosystem, ecosystem))
  return row!
}

/** The provider is down for longer than the retries last, while a subscription gets a cancellation. */
const endUnheard = async (cancel_at_period_end: boolean) => {
  world.stripe.faults({ api: { failNext: [{ path: '/v1/invoices*', times: 1_000, status: 503 }] } })
  await stripeOf(world.stripe).subscriptions.update((await mirrored()).providerId, { cancel_at_period_end })
  await world.settled()
  world.stripe.faults({ api: { failNext: [] } })
}

it('keeps a job that failed every retry, with its reason, and runs it when it is sent back', async () => {
  await endUnheard(true)
  expect((await mirrored()).cancelAt).toBeNull()
  const { jobs, total } = await dead()
  expect(total).toBe(1)
  expect(jobs).toMatchObject([
    { queue: 'handle-event', tries: 3, reason: expect.stringContaining('payments-unavailable: ') },
  ])
  const [event] = await world.deps.db.select().from(events).where(isNotNull(events.failure))
  expect(event).toMatchObject({ id: jobs[0].data.event, failure: jobs[0].reason, handledAt: null })

  const answers = await Promise.all([replay(`${jobs[0].id}/replay`), replay(`${jobs[0].id}/replay`)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404])
  await world.settled()
  expect((await mirrored()).cancelAt).toEqual((await mirrored()).periodEnd)
  expect(await dead()).toEqual({ jobs: [], total: 0 })
  const [handled] = await world.deps.db.select().from(events).where(eq(events.id, event!.id))
  expect(handled).toMatchObject({ failure: null, handledAt: expect.any(Date) })
})

it('sends all jobs back together, and records who did', async () => {
  await endUnheard(true)
  await endUnheard(false)
  expect((await dead()).total).toBe(2)
  expect((await replay('replay')).body).toEqual({ replayed: 2 })
  await world.settled()
  expect((await dead()).total).toBe(0)
  expect((await mirrored()).cancelAt).toBeNull()
  const noted = await world.deps.db.select().from(audit)
  expect(noted.at(-1)).toMatchObject({ actor: 'guardia@waizant.mx', action: 'replay-dead-jobs' })
})

it('is for operators only, from the origins on the list only', async () => {
  const buyer = await world.signIn(ecosystem)
  const path = '/v1/admin/jobs/dead'
  const asked = [
    await world.send(path),
    await world.send(path, { headers: { Authorization: 'Bearer x' } }),
    await world.send(path, { headers: buyer }),
    await world.send(`${path}/replay`, { method: 'POST', headers: buyer }),
  ]
  expect(asked.map(({ status, body }) => [status, body.code])).toEqual([
    [401, 'not-signed-in'],
    [401, 'not-signed-in'],
    [403, 'not-an-operator'],
    [403, 'not-an-operator'],
  ])
  const from = async (origin: string) =>
    (await world.send(path, { headers: { ...operator, Origin: origin } })).headers.get(
      'Access-Control-Allow-Origin',
    )
  expect(await from('https://evil.example')).toBeNull()
  expect(await from(world.url)).toBe(world.url)
})

it.each(['no-such-job', '00000000-0000-4000-8000-000000000000'])('finds no job %s', async (id) => {
  expect((await replay(`${id}/replay`)).body.code).toBe('not-found')
})
