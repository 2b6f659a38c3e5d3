import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/app-env.ts'

/** Alive: the process answers. Ready: its databases, their migrations and its queue do too. */
export const health = (deps: Deps) =>
  new Hono<AppEnv>()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      const checks = {
        database: await works(deps.db.execute(sql`select 1`)),
        migrations: await works(deps.db.execute(sql`select 1 from catalogues limit 1`)),
        core: await works(deps.core.execute(sql`select 1 from core.ecosystems limit 1`)),
        queue: await works(deps.jobs.check()),
      }
      const ready = Object.values(checks).every(Boolean)
      return c.json({ status: ready ? 'ready' : 'not-ready', checks }, ready ? 200 : 503)
    })

const works = (attempt: Promise<unknown>): Promise<boolean> => attempt.then(() => true).catch(() => false)
