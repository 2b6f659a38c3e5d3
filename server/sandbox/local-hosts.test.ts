import { Hono } from 'hono'
import { expect, it } from 'vitest'
import type { BillingError } from '../base/billing-error.ts'
import type { AppEnv } from '../http/app-env.ts'
import { onlyLocalHosts } from './local-hosts.ts'

const app = new Hono<AppEnv>()
  .use(onlyLocalHosts('https://pagos.example.com'))
  .get('/token', (c) => c.text('a token'))
  .onError((error, c) => c.text((error as BillingError).code, 404))

it.each(['localhost:4321', '127.0.0.1:4321', '[::1]:4321', 'acme.localhost', 'pagos.example.com'])(
  'answers %s',
  async (host) => {
    expect((await app.request(`http://${host}/token`)).status).toBe(200)
  },
)

it.each(['evil.example:4321', '127.0.0.1.evil.example', 'localhost.evil.example', '192.168.1.7:4321'])(
  'has nothing for a page that reaches it as %s',
  async (host) => {
    const answer = await app.request(`http://${host}/token`)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('not-found')
  },
)
