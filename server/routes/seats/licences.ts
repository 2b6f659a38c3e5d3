import { Hono } from 'hono'
import { LicenceOrder, LicenceRequest } from '#contract/licences'
import { changeLicences, previewLicences } from '../../actions/seats/change.ts'
import type { Deps } from '../../deps.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { mayBuy } from '../../http/auth/auth.ts'
import { body } from '../../http/body.ts'
import { idempotencyKey, idempotentAnswer } from '../../http/idempotent.ts'

/** Previews and changes the number of seats. */
export const licences = (deps: Deps) =>
  new Hono<AppEnv>()
    .post('/preview', body(LicenceRequest), async (c) =>
      c.json(await previewLicences(deps, c.var.ecosystem, c.var.body, c.var.locale)),
    )
    .post('/', mayBuy(deps), body(LicenceOrder), async (c) => {
      const { ecosystem, locale, body } = c.var
      const key = idempotencyKey(c)
      const request = { scope: `licences/${ecosystem.id}`, key, body }
      return idempotentAnswer(c, deps, request, async () => ({
        status: 200,
        body: await changeLicences(deps, ecosystem, body, { key, locale }),
      }))
    })
