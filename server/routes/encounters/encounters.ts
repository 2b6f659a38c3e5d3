import { Hono } from 'hono'
import { EncounterOrder, EncounterRequest } from '#contract/encounters'
import { buyEncounters } from '../../actions/encounters/buy.ts'
import { previewEncounters } from '../../actions/encounters/preview.ts'
import { readPurchase } from '../../actions/encounters/read-purchase.ts'
import { BillingError } from '../../base/billing-error.ts'
import type { Deps } from '../../deps.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { mayBuy } from '../../http/auth/auth.ts'
import { body } from '../../http/body.ts'
import { idempotencyKey, idempotentAnswer } from '../../http/idempotent.ts'

/** The price of encounters, their purchase, and its result. */
export const encounters = (deps: Deps) =>
  new Hono<AppEnv>()
    .post('/preview', body(EncounterRequest), async (c) => {
      const { ecosystem, locale } = c.var
      return c.json(await previewEncounters(deps, ecosystem.id, c.var.body.quantity, locale))
    })
    .post('/', mayBuy(deps), body(EncounterOrder), async (c) => {
      const key = idempotencyKey(c)
      const { id } = c.var.ecosystem
      const order = c.var.body
      return idempotentAnswer(c, deps, { scope: `encounters:${id}`, key, body: order }, async () => ({
        status: 201,
        body: await buyEncounters(deps, id, order, key),
      }))
    })
    .get('/:id', async (c) => {
      const id = c.req.param('id')
      if (!/^pur_[0-9a-f]{32}$/.test(id)) throw new BillingError('not-found')
      const { ecosystem, locale } = c.var
      return c.json(await readPurchase(deps, { ecosystem: ecosystem.id, id, locale }))
    })
