import { Hono } from 'hono'
import { listInvoices } from '../actions/list-invoices.ts'
import { readBalance, readBilling } from '../actions/read-billing.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/app-env.ts'
import { memberOfEcosystem } from '../http/signed-in.ts'
import { encounters } from './encounters.ts'

/** What a signed-in customer sees of their own ecosystem. */
export const ecosystems = (deps: Deps) =>
  new Hono<AppEnv>()
    .use('/:ecosystem/*', memberOfEcosystem(deps), async (c, next) => {
      await next()
      c.res.headers.set('Cache-Control', 'no-store')
    })
    .get('/:ecosystem/billing', async (c) => c.json(await readBilling(deps, c.var.ecosystem, c.var.locale)))
    .get('/:ecosystem/invoices', async (c) => {
      const { ecosystem, locale } = c.var
      return c.json(await listInvoices(deps, ecosystem, { cursor: c.req.query('cursor'), locale }))
    })
    .get('/:ecosystem/balance', async (c) => c.json(await readBalance(deps, c.var.ecosystem, c.var.locale)))
    .route('/:ecosystem/encounters', encounters(deps))
