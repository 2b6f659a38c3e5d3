import { Hono } from 'hono'
import { LeadRequest } from '#contract/lead'
import { TrialRequest } from '#contract/trial'
import { startTrial } from '../../actions/ecosystems/start-trial.ts'
import { receiveLead } from '../../actions/leads/receive.ts'
import type { Deps } from '../../deps.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { keyScope } from '../../http/auth/checkout-caller.ts'
import { body } from '../../http/body.ts'
import { onceForKey } from '../../http/idempotent.ts'

/** Starts a trial, and receives requests for a quote: without payment and without signing in. */
export const prospects = (deps: Deps) =>
  new Hono<AppEnv>()
    .post('/trials', body(TrialRequest), (c) =>
      onceForKey(
        c,
        deps,
        { scope: `trials:${keyScope(deps, c, c.var.body)}`, body: c.var.body },
        async () => ({
          status: 201,
          body: await startTrial(deps, c.var.body, c.var.locale),
        }),
      ),
    )
    .post('/leads', body(LeadRequest), (c) =>
      onceForKey(
        c,
        deps,
        { scope: `leads:${keyScope(deps, c, c.var.body)}`, body: c.var.body },
        async () => ({
          status: 201,
          body: await receiveLead(deps, c.var.body, c.var.locale),
        }),
      ),
    )
