import { Hono } from 'hono'
import { checkReadiness } from '../actions/check-readiness.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/app-env.ts'

/** Alive: the process answers. Ready: its databases, their migrations and its queue do too. */
export const health = (deps: Deps) =>
  new Hono<AppEnv>()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      const { ready, checks } = await checkReadiness(deps)
      return c.json({ status: ready ? 'ready' : 'not-ready', checks }, ready ? 200 : 503)
    })
