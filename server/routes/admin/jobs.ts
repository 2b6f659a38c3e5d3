import { type Context, Hono } from 'hono'
import { listDeadJobs } from '../../actions/operations/list-dead-jobs.ts'
import { replayDeadJob, replayDeadJobs } from '../../actions/operations/replay-dead-jobs.ts'
import { BillingError } from '../../base/billing-error.ts'
import type { Deps } from '../../deps.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { requireBackOffice } from '../../http/auth/auth.ts'

/** Jobs that failed every retry: operators list them and send them back. */
export const jobs = (deps: Deps) =>
  new Hono<AppEnv>()
    .use('/*', requireBackOffice(deps))
    .get('/dead', async (c) => c.json(await listDeadJobs(deps)))
    .post('/dead/replay', async (c) => c.json(await replayDeadJobs(deps, actorOf(c))))
    .post('/dead/:id/replay', async (c) => {
      const id = c.req.param('id')
      if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new BillingError('not-found')
      return c.json(await replayDeadJob(deps, id, actorOf(c)))
    })

const actorOf = (c: Context<AppEnv>): string => c.var.identity.email ?? c.var.identity.subject
