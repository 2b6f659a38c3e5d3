import { Hono } from 'hono'
import { CheckoutRequest } from '#contract/checkout'
import { openCheckout } from '../../actions/checkouts/open.ts'
import { readCheckout } from '../../actions/checkouts/read.ts'
import { BillingError } from '../../base/billing-error.ts'
import type { Deps } from '../../deps.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { checkoutCaller, keyScope } from '../../http/auth/checkout-caller.ts'
import { body } from '../../http/body.ts'
import { idempotencyKey, idempotentAnswer } from '../../http/idempotent.ts'

/** Opens a payment page, and reports its result. */
export const checkouts = (deps: Deps) =>
  new Hono<AppEnv>()
    .post('/', body(CheckoutRequest), async (c) => {
      const key = idempotencyKey(c)
      const request = c.var.body
      const caller = await checkoutCaller(deps, c, request)
      const scope = keyScope(deps, c, { ...request, ecosystem: caller.ecosystem?.id })
      return idempotentAnswer(c, deps, { scope: `checkouts:${scope}`, key, body: request }, async () => ({
        status: 201,
        body: await openCheckout(deps, request, { ...caller, key: `${scope}:${key}`, locale: c.var.locale }),
      }))
    })
    .get('/:id', async (c) => {
      const id = c.req.param('id')
      if (!/^chk_[0-9a-f]{32}$/.test(id)) throw new BillingError('not-found')
      c.header('Cache-Control', 'no-store')
      return c.json(await readCheckout(deps, id, c.var.locale))
    })
