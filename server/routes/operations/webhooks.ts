import { Hono } from 'hono'
import { eventReceiver } from '../../actions/provider-events/receive.ts'
import type { Deps } from '../../deps.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { countFailure } from '../../http/limits/rate-limit.ts'

/** The provider's webhook: raw bytes in, 200 once stored. */
export const webhooks = (deps: Deps) => {
  const receive = eventReceiver(deps)
  return new Hono<AppEnv>().post('/stripe', async (c) => {
    const message = await c.req.text()
    const signature = c.req.header('Stripe-Signature') ?? ''
    await countFailure(deps, c, 'signature', () => receive(message, signature))
    return c.json({ received: true })
  })
}
