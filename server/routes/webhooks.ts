import { Hono } from 'hono'
import { eventReceiver } from '../actions/receive-event.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/app-env.ts'

/** The provider's messages: raw bytes in, 200 once stored. */
export const webhooks = (deps: Deps) => {
  const receive = eventReceiver(deps)
  return new Hono<AppEnv>().post('/stripe', async (c) => {
    await receive(await c.req.text(), c.req.header('Stripe-Signature') ?? '')
    return c.json({ received: true })
  })
}
