import { Hono } from 'hono'
import { RetentionRunRequest } from '#contract/retention'
import { listRetention } from '../../actions/ecosystems/list-retention.ts'
import { runRetention } from '../../actions/ecosystems/run-retention.ts'
import type { Deps } from '../../deps.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { requireBackOffice } from '../../http/auth/auth.ts'
import { body } from '../../http/body.ts'

/** Retained data: operators list it, try a run and run it. */
export const retention = (deps: Deps) =>
  new Hono<AppEnv>()
    .use('/*', requireBackOffice(deps))
    .get('/', async (c) => c.json({ ecosystems: await listRetention(deps) }))
    .post('/run', body(RetentionRunRequest), async (c) => {
      const { identity, body } = c.var
      return c.json(await runRetention(deps, { ...body, actor: identity.email ?? identity.subject }))
    })
