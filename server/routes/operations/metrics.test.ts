import { afterAll, beforeAll, expect, it } from 'vitest'
import { createApp } from '../../app.ts'
import { openWorld, type World } from '../../testing/world.ts'

const token = 'a-secret-of-the-watch'
let world: World
beforeAll(async () => {
  world = await openWorld({
    settings: { METRICS_TOKEN: token },
    retries: { limit: 0, seconds: 0, maxSeconds: 0 },
  })
})
afterAll(() => world.close())

const read = async () => {
  const { text } = await world.send('/metrics', { headers: { Authorization: `Bearer ${token}` } })
  return (sample: string) => {
    const line = text.split('\n').find((one) => one.startsWith(`${sample} `))
    return line && Number(line.slice(sample.length + 1))
  }
}

it('counts requests by route, status and duration, never by path', async () => {
  for (let times = 0; times < 3; times++) await world.send(`/v1/checkouts/secret-${times}`)
  await world.send('/nowhere', { method: 'PURGE' })
  const labels = '{method="GET",route="/v1/checkouts/:id",status="404"'
  const value = await read()
  expect(value(`waizant_http_requests_total${labels}}`)).toBe(3)
  expect(value(`waizant_http_request_duration_seconds_bucket${labels},le="+Inf"}`)).toBe(3)
  expect(value('waizant_http_requests_total{method="-",route="none",status="404"}')).toBe(1)
  const { text } = await world.send('/metrics', { headers: { Authorization: `Bearer ${token}` } })
  expect(text).not.toMatch(/secret|nowhere|PURGE/)
  for (const line of text.trim().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="[^"]*",?)+\})? -?[\d.e+-]+)$/)
})

it('counts waiting jobs, failing jobs and dead jobs', async () => {
  expect((await read())('waizant_dead_letters')).toBe(0)
  const { deps } = world
  await deps.db.transaction((tx) => deps.jobs.send(tx, 'sync-subscription', { subscription: 'sub_none' }))
  const seen = await read()
  const [waiting, active, dead] = [
    seen('waizant_queue_waiting{queue="sync-subscription"}'),
    seen('waizant_queue_active{queue="sync-subscription"}'),
    seen('waizant_dead_letters'),
  ]
  // Depending on the machine's speed, the job waits or runs: it is counted in one of the two.
  expect(Number(waiting) + Number(active) + Number(dead)).toBe(1)
  await world.settled()
  const value = await read()
  expect(value('waizant_queue_waiting{queue="sync-subscription"}')).toBe(0)
  expect(value('waizant_dead_letters')).toBe(1)
  expect(value('waizant_inbox_unhandled')).toBe(0)
})

it('needs the token; in production without a token it does not exist', async () => {
  expect((await world.send('/metrics')).status).toBe(401)
  expect((await world.send('/metrics', { headers: { Authorization: 'Bearer no' } })).status).toBe(401)
  const settings = { ...world.deps.settings, metrics: { token: null, open: false } }
  expect((await createApp({ ...world.deps, settings }).request('/metrics')).status).toBe(404)
})
