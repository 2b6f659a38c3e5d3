import { Hono } from 'hono'
import { readRecommendation } from '../../actions/plan-changes/recommend.ts'
import type { Deps } from '../../deps.ts'
import type { AppEnv } from '../../http/app-env.ts'

/** The recommended plan for the actual use. */
export const recommendation = (deps: Deps) =>
  new Hono<AppEnv>().get('/', async (c) =>
    c.json(await readRecommendation(deps, c.var.ecosystem, c.var.locale)),
  )
