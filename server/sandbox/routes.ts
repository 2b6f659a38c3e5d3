import { Hono } from 'hono'
import * as z from 'zod/mini'
import { Slug } from '#contract/plan'
import { listEcosystems } from '../actions/ecosystems/list.ts'
import { BillingError } from '../base/billing-error.ts'
import { checkoutById } from '../db/checkouts/checkouts.ts'
import { ecosystemById } from '../db/ecosystems/ecosystems.ts'
import { purchaseById } from '../db/encounters/purchases.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/app-env.ts'
import { body } from '../http/body.ts'
import { adminStoreGroup } from '../identity/token.ts'
import { advance, instantFrom } from './advance.ts'
import { overviewOf } from './console.ts'
import { onlyLocalHosts } from './local-hosts.ts'
import { NewEcosystem, newEcosystem } from './new-ecosystem.ts'
import { refusalOf } from './refusal.ts'
import type { Sandbox } from './sandbox.ts'
import { settle } from './settle.ts'
import { setUsers, UserCount } from './users.ts'

/** Ten years. */
const furthestSeconds = 315_360_000

const TokenRequest = z.strictObject({
  ecosystem: z.optional(Slug),
  groups: z.optional(z.array(z.string().check(z.maxLength(128))).check(z.maxLength(100))),
  email: z.optional(z.string().check(z.maxLength(254))),
  expiresIn: z.optional(z.int().check(z.gte(-furthestSeconds), z.lte(furthestSeconds))),
})

const Payment = z.strictObject({ card: z.optional(z.string()), authenticate: z.optional(z.boolean()) })

const ClockMove = z.strictObject({
  advanceTo: z.optional(z.iso.datetime({ offset: true })),
  advanceBy: z.optional(z.iso.duration()),
})

const FaultsChange = z.strictObject({
  webhooks: z.optional(
    z.strictObject({
      drop: z.optional(z.boolean()),
      duplicate: z.optional(z.boolean()),
      reorder: z.optional(z.boolean()),
      delayMs: z.optional(z.int().check(z.gte(0), z.lte(86_400_000))),
    }),
  ),
  api: z.optional(
    z.strictObject({
      failNext: z.array(
        z.strictObject({
          path: z.string(),
          times: z.optional(z.int().check(z.gte(1))),
          status: z.union([
            z.int().check(z.gte(400), z.lte(599)),
            z.enum(['timeout-after-success', 'lock-timeout', 'amount-too-small']),
          ]),
        }),
      ),
    }),
  ),
})

/** Restricts an HTML mail as a mail program does: its styles apply, and its links open in another tab. */
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"

/** The Stripe sandbox; controls that need it do not exist when the real Stripe is used. */
const stripeIn = ({ stripe }: Sandbox) => {
  if (!stripe) throw new BillingError('not-found')
  return stripe
}

/** The provider's session of a checkout or a purchase of ours; the provider's own id works as well. */
const sessionOf = async (deps: Deps, id: string): Promise<string> => {
  if (id.startsWith('cs_')) return id
  const known = id.startsWith('pur_') ? await purchaseById(deps.db, id) : await checkoutById(deps.db, id)
  const session = known?.providerId
  if (!session) throw new BillingError('not-found')
  return session
}

/** The controls of the embedded mode, for people, tests and demonstrations. */
export const sandboxRoutes = (deps: Deps, sandbox: Sandbox) =>
  new Hono<AppEnv>()
    .use(sandbox.isOpen ? (_, next) => next() : onlyLocalHosts(deps.settings.publicUrl))
    .onError((error) => {
      throw refusalOf(error)
    })
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
      const intent = /^(pi|seti)_[^_]+/.exec(c.req.param('id'))?.[0]
      if (intent) {
        // Not a session but a payment that waits for its bank: this is the cardholder's answer.
        stripeIn(sandbox).authenticate(intent, c.var.body.authenticate ?? true)
        await settle(deps.jobs, sandbox.stripe)
        return c.json({ intent })
      }
      const session = await sessionOf(deps, c.req.param('id'))
      const { status, ...rest } = await stripeIn(sandbox).pay(session, c.var.body)
      await settle(deps.jobs, sandbox.stripe)
      return c.json(rest, status as 200)
    })
    .get('/stripe', async (c) => c.json(await overviewOf(stripeIn(sandbox))))
    .get('/stripe/faults', (c) => c.json(stripeIn(sandbox).faults()))
    .post('/stripe/faults', body(FaultsChange), (c) => c.json(stripeIn(sandbox).faults(c.var.body)))
    .post('/stripe/events/:id/resend', async (c) => {
      await stripeIn(sandbox).resend(c.req.param('id'))
      await settle(deps.jobs, sandbox.stripe)
      return c.json({ resent: c.req.param('id') })
    })
    .get('/mail', (c) => c.json({ messages: sandbox.mailbox.messages() }))
    .get('/mail/:id', (c) => {
      const mail = sandbox.mailbox.messages().find(({ id }) => id === c.req.param('id'))
      if (!mail?.html) throw new BillingError('not-found')
      c.header('Content-Security-Policy', mailPolicy)
      return c.html(mail.html)
    })
    .post('/ecosystems', body(NewEcosystem), async (c) =>
      c.json({ ecosystem: await newEcosystem(deps, sandbox, c.var.body) }, 201),
    )
    .get('/ecosystems', async (c) => c.json({ ecosystems: await listEcosystems(deps, c.var.locale) }))
    .post('/ecosystems/:ecosystem/users', body(UserCount), async (c) =>
      c.json({ users: await setUsers(deps.core, c.req.param('ecosystem'), c.var.body.count) }),
    )
    .get('/ecosystems/:ecosystem/tickets', async (c) => {
      const ecosystem = await ecosystemById(deps.db, c.req.param('ecosystem'))
      if (!ecosystem?.provisionedAt) throw new BillingError('not-found')
      return c.json(await deps.tickets.read(ecosystem.number, deps.clock.now()))
    })
