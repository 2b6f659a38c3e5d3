import { Hono } from 'hono'
import * as z from 'zod/mini'
import { Slug } from '#contract/plan'
import { listEcosystems } from '../actions/list-ecosystems.ts'
import { BillingError } from '../billing-error.ts'
import { checkoutById } from '../db/checkouts.ts'
import { ecosystemById } from '../db/ecosystems.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/app-env.ts'
import { body } from '../http/body.ts'
import { adminStoreGroup } from '../identity/token.ts'
import { advance, instantFrom } from './advance.ts'
import type { Sandbox } from './index.ts'
import { NewEcosystem, newEcosystem, settle } from './new-ecosystem.ts'

const TokenRequest = z.strictObject({
  ecosystem: z.optional(Slug),
  groups: z.optional(z.array(z.string())),
  email: z.optional(z.string()),
  expiresIn: z.optional(z.int()),
})

const Payment = z.strictObject({ card: z.optional(z.string()), authenticate: z.optional(z.boolean()) })

const ClockMove = z.strictObject({
  advanceTo: z.optional(z.iso.datetime({ offset: true })),
  advanceBy: z.optional(z.iso.duration()),
})

/** The controls of the embedded mode, for people, tests and demos alike. */
export const sandboxRoutes = (deps: Deps, sandbox: Sandbox) =>
  new Hono<AppEnv>()
    .get('/identity/.well-known/jwks.json', (c) => c.json(sandbox.identity.keySet))
    .post('/identity/token', body(TokenRequest), async (c) => {
      const { ecosystem, groups, ...rest } = c.var.body
      const own = ecosystem ? [(await ecosystemById(deps.db, ecosystem))?.group ?? ecosystem] : []
      const all = groups ? [...own, ...groups] : [...own, ...(ecosystem ? [adminStoreGroup] : [])]
      return c.json({ token: await sandbox.identity.token({ ...rest, groups: all }) })
    })
    .get('/clock', (c) => c.json({ now: sandbox.clock.now().toISOString() }))
    .post('/clock', body(ClockMove), async (c) => {
      await advance(deps, sandbox, instantFrom(sandbox.clock.now(), c.var.body))
      return c.json({ now: sandbox.clock.now().toISOString() })
    })
    .post('/checkouts/:id/pay', body(Payment), async (c) => {
      const checkout = await checkoutById(deps.db, c.req.param('id'))
      if (!checkout?.providerId || !sandbox.stripe) throw new BillingError('not-found')
      const { status, ...rest } = await sandbox.stripe.pay(checkout.providerId, c.var.body)
      await settle(deps, sandbox)
      return c.json(rest, status as 200)
    })
    .post('/ecosystems', body(NewEcosystem), async (c) =>
      c.json({ ecosystem: await newEcosystem(deps, sandbox, c.var.body) }, 201),
    )
    .get('/ecosystems', async (c) => c.json({ ecosystems: await listEcosystems(deps, c.var.locale) }))
    .get('/ecosystems/:ecosystem/tickets', async (c) => {
      const ecosystem = await ecosystemById(deps.db, c.req.param('ecosystem'))
      if (!ecosystem?.provisionedAt) throw new BillingError('not-found')
      return c.json(await deps.tickets.read(ecosystem.number))
    })
