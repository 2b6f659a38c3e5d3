import { Hono } from 'hono'
import * as z from 'zod/mini'
import { Currency, Interval } from '#contract/money'
import { Slug } from '#contract/plan'
import { openCheckout } from '../actions/open-checkout.ts'
import { readCheckout } from '../actions/read-checkout.ts'
import { startTrial } from '../actions/start-trial.ts'
import { BillingError } from '../billing-error.ts'
import { checkoutById } from '../db/checkouts.ts'
import { ecosystemById } from '../db/ecosystems.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/app-env.ts'
import { body } from '../http/body.ts'
import { newId } from '../id.ts'
import { adminStoreGroup } from '../identity/token.ts'
import { advance, instantFrom } from './advance.ts'
import type { Sandbox } from './index.ts'

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

const NewEcosystem = z.strictObject({
  catalogue: Slug,
  plan: Slug,
  interval: z.optional(Interval),
  currency: z.optional(Currency),
  licences: z.optional(z.int().check(z.gte(0))),
  encounters: z.optional(z.int().check(z.gte(0))),
  company: z.optional(z.string()),
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
    .get('/ecosystems/:ecosystem/tickets', async (c) => {
      const ecosystem = await ecosystemById(deps.db, c.req.param('ecosystem'))
      if (!ecosystem?.provisionedAt) throw new BillingError('not-found')
      return c.json(await deps.tickets.read(ecosystem.number))
    })

/** Every message delivered and every job done that is ready now. */
const settle = async (deps: Deps, sandbox: Sandbox) => {
  await sandbox.stripe?.settled()
  await deps.jobs.settled()
}

/** A paying ecosystem, made the way a buyer makes it: checkout, payment, confirmation, provisioning. */
export const newEcosystem = async (
  deps: Deps,
  sandbox: Sandbox,
  {
    encounters,
    company = 'Demo',
    interval = 'month',
    currency = 'USD',
    ...request
  }: z.infer<typeof NewEcosystem>,
): Promise<string> => {
  const email = `hola@${newId('demo')}.mx`
  const { publicUrl } = deps.settings
  if (request.plan === 'free-trial') {
    const { ecosystem } = await startTrial(deps, { catalogue: request.catalogue, email, company }, 'es-MX')
    await settle(deps, sandbox)
    return ecosystem
  }
  const order = {
    ...request,
    interval,
    currency,
    email,
    company,
    successUrl: publicUrl,
    cancelUrl: publicUrl,
  }
  const { id } = await openCheckout(deps, order, { key: newId('demo'), locale: 'es-MX' })
  await sandbox.stripe!.pay((await checkoutById(deps.db, id))!.providerId!, { card: '4242424242424242' })
  await settle(deps, sandbox)
  const { ecosystem } = await readCheckout(deps, id, 'es-MX')
  const { number } = (await ecosystemById(deps.db, ecosystem!))!
  if (encounters)
    await deps.tickets.credit(number, { key: newId('demo'), parameter: 'encounters', quantity: encounters })
  return ecosystem!
}
