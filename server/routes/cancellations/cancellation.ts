import { Hono } from 'hono'
import { CancellationRequest } from '#contract/cancellation'
import { cancelSubscription } from '../../actions/cancellations/cancel.ts'
import { undoCancellation } from '../../actions/cancellations/undo.ts'
import type { Deps } from '../../deps.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { mayBuy } from '../../http/auth/auth.ts'
import { body } from '../../http/body.ts'
import { idempotencyKey, idempotentAnswer } from '../../http/idempotent.ts'

/** Cancelling a subscription, and undoing that. */
export const cancellation = (deps: Deps) =>
  new Hono<AppEnv>()
    .post('/', mayBuy(deps), body(CancellationRequest), async (c) => {
      const key = idempotencyKey(c)
      const { ecosystem, locale, body: request } = c.var
      const scope = `cancellation:${ecosystem.id}`
      return idempotentAnswer(c, deps, { scope, key, body: request }, async () => ({
        status: 200,
        body: await cancelSubscription(deps, ecosystem, request, { key, locale }),
      }))
    })
    .delete('/', mayBuy(deps), async (c) =>
      c.json(await undoCancellation(deps, c.var.ecosystem, c.var.locale)),
    )
