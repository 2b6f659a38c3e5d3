import { Hono } from 'hono'
import { checkReadiness } from '../../actions/operations/check-readiness.ts'
import type { Deps } from '../../deps.ts'
import { retryAfterSeconds } from '../../http/answers/problem.ts'
import type { AppEnv } from '../../http/app-env.ts'

/** Alive: the process answers. Ready: its databases, migrations, queue and disk work, and startup is complete. */
export const health = (deps: Deps) =>
  new Hono<AppEnv>()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      const { ready, checks } = await checkReadiness(deps)
      if (!ready) c.header('Retry-After', String(retryAfterSeconds))
      c.header('Cache-Control', 'no-store')
      return c.json({ status: ready ? 'ready' : 'not-ready', checks }, ready ? 200 : 503)
    })
