import { eq } from 'drizzle-orm'
import * as z from 'zod/mini'
import { Email } from '#contract/email'
import { AskedLocale, type Locale } from '#contract/locale'
import { Currency, Interval } from '#contract/money'
import { Slug } from '#contract/plan'
import { TimeZone } from '#contract/time-zone'
import type { TrialRequest } from '#contract/trial'
import { openCheckout } from '../actions/checkouts/open.ts'
import { readCheckout } from '../actions/checkouts/read.ts'
import { startTrial } from '../actions/ecosystems/start-trial.ts'
import { BillingError } from '../base/billing-error.ts'
import { newId } from '../base/id.ts'
import { ecosystemIdFrom } from '../billing/ecosystems/id.ts'
import { checkoutById } from '../db/checkouts/checkouts.ts'
import { ecosystemById } from '../db/ecosystems/ecosystems.ts'
import { customers } from '../db/tables/index.ts'
import type { Deps } from '../deps.ts'
import type { Sandbox } from './sandbox.ts'
import { settle } from './settle.ts'

/** A request for an ecosystem; the plan `trial` (or `free-trial`) starts one without paying. */
export const NewEcosystem = z.strictObject({
  catalogue: Slug,
  plan: Slug,
  interval: z._default(Interval, 'month'),
  currency: z._default(Currency, 'USD'),
  licences: z.optional(z.int().check(z.gte(0), z.lte(10_000))),
  /** Initial encounters, in addition to the included ones. */
  encounters: z.optional(z.int().check(z.gte(0), z.lte(10_000_000))),
  company: z.optional(z.string().check(z.minLength(1), z.maxLength(120))),
  email: z.optional(Email),
  /** The language of its mails. */
  locale: z._default(AskedLocale, 'es-MX'),
  /** The time zone that its buyer's browser reports. */
  timeZone: z.optional(TimeZone),
  /** The card for payments after the first one, which succeeds. */
  card: z.optional(z.string()),
})
export type NewEcosystem = z.input<typeof NewEcosystem>

/** Creates an ecosystem in the same way as a buyer: checkout, payment, confirmation, provisioning. Returns its id. */
export const newEcosystem = async (deps: Deps, sandbox: Sandbox, wanted: NewEcosystem): Promise<string> => {
  const { encounters, card, company = 'Demo', email, ...order } = NewEcosystem.parse(wanted)
  const person = { company, email: email ?? `hola@${ecosystemIdFrom(company)}-${newId('x').slice(-6)}.mx` }
  const ecosystem = ['trial', 'free-trial'].includes(order.plan)
    ? await inTrial(deps, { catalogue: order.catalogue, timeZone: order.timeZone, ...person }, order.locale)
    : await paying(deps, sandbox, { ...order, ...person })
  await settle(deps.jobs, sandbox.stripe)
  if (card) await saveCard(deps, sandbox, ecosystem, card)
  const { number } = (await ecosystemById(deps.db, ecosystem))!
  if (encounters)
    await deps.tickets.credit(number, { key: newId('demo'), parameter: 'encounters', quantity: encounters })
  return ecosystem
}

const saveCard = async (deps: Deps, sandbox: Sandbox, ecosystem: string, card: string) => {
  const rows = await deps.db.select().from(customers).where(eq(customers.ecosystem, ecosystem))
  for (const { providerId } of rows) sandbox.stripe?.saveCard(providerId, card)
  await settle(deps.jobs, sandbox.stripe)
}

type Person = { company: string; email: string }

const inTrial = async (deps: Deps, wanted: TrialRequest, locale: Locale): Promise<string> =>
  (await startTrial(deps, wanted, locale)).ecosystem

const paying = async (
  deps: Deps,
  sandbox: Sandbox,
  order: Person & Omit<z.output<typeof NewEcosystem>, 'encounters' | 'company' | 'email' | 'card'>,
): Promise<string> => {
  const { publicUrl } = deps.settings
  const request = { ...order, successUrl: publicUrl, cancelUrl: publicUrl }
  const { id } = await openCheckout(deps, request, {
    key: newId('demo'),
    locale: order.locale,
    ecosystem: null,
    email: null,
  })
  const { providerId } = (await checkoutById(deps.db, id))!
  const paid = await sandbox.stripe!.pay(providerId!, { card: '4242424242424242' })
  if (paid.status !== 200) throw new BillingError('payments-unavailable')
  await settle(deps.jobs, sandbox.stripe)
  const { ecosystem } = await readCheckout(deps, id, order.locale)
  if (!ecosystem) throw new BillingError('request-in-progress')
  return ecosystem
}
