import { Hono } from 'hono'
import { BillingError } from './base/billing-error.ts'
import type { Deps } from './deps.ts'
import { onError } from './http/answers/problem.ts'
import type { AppEnv } from './http/app-env.ts'
import { listedCors, publicCors } from './http/cors.ts'
import { floodLimit } from './http/limits/flood.ts'
import { limitBody } from './http/limits/limit-body.ts'
import { limitPosts } from './http/limits/rate-limit.ts'
import { requestContext } from './http/request-context.ts'
import { requestCounts } from './http/request-counts.ts'
import { storableAddress } from './http/storable-address.ts'
import { jobs } from './routes/admin/jobs.ts'
import { adminLists } from './routes/admin/lists.ts'
import { retention } from './routes/admin/retention.ts'
import { catalogues } from './routes/catalogues/catalogues.ts'
import { checkouts } from './routes/checkouts/checkouts.ts'
import { ecosystems } from './routes/ecosystems/ecosystems.ts'
import { openApi } from './routes/openapi/openapi.ts'
import { health } from './routes/operations/health.ts'
import { metrics } from './routes/operations/metrics.ts'
import { unsubscribing } from './routes/operations/unsubscribe.ts'
import { webhooks } from './routes/operations/webhooks.ts'
import { planSettings } from './routes/plan-settings/plan-settings.ts'
import { prospects } from './routes/prospects/prospects.ts'

/** Routes that only the embedded mode has. */
type Routes = Hono<AppEnv>

/** Every route of the server but the site's pages and static files. */
export const createApp = (
  deps: Deps,
  sandbox: Routes | null = null,
  flood = floodLimit(deps.settings),
): Hono<AppEnv> => {
  const app = new Hono<AppEnv>()
  const requests = requestCounts()
  app.use(requests.counted)
  app.use(requestContext(deps))
  app.use(storableAddress)
  app.use('/v1/ecosystems/*', listedCors(deps))
  app.use('/v1/admin/*', listedCors(deps))
  for (const path of [
    '/v1/catalogues/*',
    '/v1/config',
    '/v1/openapi.json',
    '/v1/checkouts/*',
    '/v1/trials',
    '/v1/leads',
  ])
    app.use(path, publicCors)
  app.use(flood.limited)
  app.use('/v1/*', limitBody(64 * 1024))
  for (const path of ['/v1/checkouts', '/v1/trials', '/v1/leads']) app.on('POST', path, limitPosts(deps))
  // The provider's messages may be long, but have a limit.
  app.use('/webhooks/*', limitBody(1024 * 1024))
  app.use('/sandbox/*', limitBody(64 * 1024))

  app.route('/', health(deps))
  app.route('/metrics', metrics(deps, requests.read))
  app.get('/v1/config', (c) => c.json(deps.settings.config))
  app.route('/v1/openapi.json', openApi(deps))
  app.route('/v1/catalogues', catalogues(deps))
  app.route('/v1/checkouts', checkouts(deps))
  app.route('/v1', prospects(deps))
  app.route('/v1/unsubscribe', unsubscribing(deps))
  app.route('/v1/ecosystems', ecosystems(deps))
  app.route('/v1/admin/jobs', jobs(deps))
  app.route('/v1/admin/retention', retention(deps))
  app.route('/v1/admin/catalogues', planSettings(deps))
  app.route('/v1/admin', adminLists(deps))
  app.route('/webhooks', webhooks(deps))
  if (sandbox) app.route('/sandbox', sandbox)

  app.notFound(() => {
    throw new BillingError('not-found')
  })
  app.onError(onError(deps))
  return app
}
