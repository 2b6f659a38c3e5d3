import { Hono } from 'hono'
import { TimeZoneChange } from '#contract/time-zone'
import { changeTimeZone } from '../../actions/ecosystems/change-time-zone.ts'
import type { Deps } from '../../deps.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { mayBuy } from '../../http/auth/auth.ts'
import { body } from '../../http/body.ts'

/** The time zone of an ecosystem. */
export const timeZone = (deps: Deps) =>
  new Hono<AppEnv>().put('/', mayBuy(deps), body(TimeZoneChange), async (c) =>
    c.json(await changeTimeZone(deps, c.var.ecosystem, c.var.body, c.var.locale)),
  )
