import { Hono } from 'hono'
import { UsageReport } from '#contract/usage'
import { recordUsage } from '../../actions/usage/record.ts'
import type { Deps } from '../../deps.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { mayBuy } from '../../http/auth/auth.ts'
import { body } from '../../http/body.ts'

/** Usage reports from the ecosystem's own server. */
export const services = (deps: Deps) =>
  new Hono<AppEnv>().post('/:service/usage', mayBuy(deps), body(UsageReport), async (c) => {
    const report = { ...c.var.body, service: c.req.param('service') }
    const { recorded, isNew } = await recordUsage(deps, c.var.ecosystem, report, c.var.locale)
    return c.json(recorded, isNew ? 201 : 200)
  })
