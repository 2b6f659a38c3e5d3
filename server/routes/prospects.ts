import { Hono } from 'hono'
import { LeadRequest } from '#contract/lead'
import { TrialRequest } from '#contract/trial'
import { receiveLead } from '../actions/receive-lead.ts'
import { startTrial } from '../actions/start-trial.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/app-env.ts'
import { body } from '../http/body.ts'

/** Starting a trial and asking for a quote: no money moves, nobody is signed in. */
export const prospects = (deps: Deps) =>
  new Hono<AppEnv>()
    .post('/trials', body(TrialRequest), async (c) =>
      c.json(await startTrial(deps, c.var.body, c.var.locale), 201),
    )
    .post('/leads', body(LeadRequest), async (c) =>
      c.json(await receiveLead(deps, c.var.body, c.var.locale), 201),
    )
