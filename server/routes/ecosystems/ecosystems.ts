import { Hono } from 'hono'
import { readBalance, readBilling } from '../../actions/overview/read.ts'
import type { Deps } from '../../deps.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { requireMember } from '../../http/auth/auth.ts'
import { limitPreviews } from '../../http/limits/rate-limit.ts'
import { cancellation } from '../cancellations/cancellation.ts'
import { encounters } from '../encounters/encounters.ts'
import { invoices } from '../invoices/invoices.ts'
import { paymentMethod } from '../payment-methods/payment-method.ts'
import { planChanges } from '../plan-changes/plan-changes.ts'
import { recommendation } from '../plan-changes/recommendation.ts'
import { licences } from '../seats/licences.ts'
import { services } from '../usage/services.ts'
import { entitlements } from './entitlements.ts'
import { exported } from './export.ts'
import { timeZone } from './time-zone.ts'

/** The routes with which signed-in customers read their own ecosystem. */
export const ecosystems = (deps: Deps) =>
  new Hono<AppEnv>()
    .use('/:ecosystem/*', requireMember(deps), async (c, next) => {
      await next()
      if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
    })
    .use('/:ecosystem/:what/preview', limitPreviews(deps))
    .get('/:ecosystem/billing', async (c) => c.json(await readBilling(deps, c.var.ecosystem, c.var.locale)))
    .get('/:ecosystem/balance', async (c) => c.json(await readBalance(deps, c.var.ecosystem, c.var.locale)))
    .route('/:ecosystem/entitlements', entitlements(deps))
    .route('/:ecosystem/invoices', invoices(deps))
    .route('/:ecosystem/plan-changes', planChanges(deps))
    .route('/:ecosystem/licences', licences(deps))
    .route('/:ecosystem/services', services(deps))
    .route('/:ecosystem/encounters', encounters(deps))
    .route('/:ecosystem/payment-method', paymentMethod(deps))
    .route('/:ecosystem/cancellation', cancellation(deps))
    .route('/:ecosystem/time-zone', timeZone(deps))
    .route('/:ecosystem/recommendation', recommendation(deps))
    .route('/:ecosystem/export', exported(deps))
