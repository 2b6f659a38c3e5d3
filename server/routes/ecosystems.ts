import { Hono } from 'hono'
import { listInvoices } from '../actions/list-invoices.ts'
import { readBalance, readBilling } from '../actions/read-billing.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/app-env.ts'
import { memberOfEcosystem } from '../http/signed-in.ts'
import { cancellation } from './cancellation.ts'
import { encounters } from './encounters.ts'
import { exported } from './export.ts'
import { licences } from './licences.ts'
import { paymentMethod } from './payment-method.ts'
import { planChanges } from './plan-changes.ts'
import { recommendation } from './recommendation.ts'
import { services } from './services.ts'

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
    .route('/:ecosystem/plan-changes', planChanges(deps))
    .route('/:ecosystem/licences', licences(deps))
    .route('/:ecosystem/services', services(deps))
    .route('/:ecosystem/encounters', encounters(deps))
    .route('/:ecosystem/payment-method', paymentMethod(deps))
    .route('/:ecosystem/cancellation', cancellation(deps))
    .route('/:ecosystem/recommendation', recommendation(deps))
    .route('/:ecosystem/export', exported(deps))
