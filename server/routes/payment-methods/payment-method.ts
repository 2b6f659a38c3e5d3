import { Hono } from 'hono'
import { PaymentMethodRequest } from '#contract/payment-method'
import { setUpCard } from '../../actions/payment-methods/set-up.ts'
import type { Deps } from '../../deps.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { mayBuy } from '../../http/auth/auth.ts'
import { optionalBody } from '../../http/body.ts'
import { idempotencyKey } from '../../http/idempotent.ts'

/** The set-up of a new card. The provider deduplicates by the key, so that no secret is stored here. */
export const paymentMethod = (deps: Deps) =>
  new Hono<AppEnv>().post('/', mayBuy(deps), optionalBody(PaymentMethodRequest), async (c) =>
    c.json(await setUpCard(deps, c.var.ecosystem, { ...c.var.body, key: idempotencyKey(c) })),
  )
