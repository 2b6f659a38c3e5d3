import { and, eq, sql } from 'drizzle-orm'
import type { CheckoutRequest } from '#contract/checkout'
import type { Currency } from '#contract/money'
import { statusAt } from '../billing/ecosystem-status.ts'
import { BillingError } from '../billing-error.ts'
import { type Ecosystem, ecosystemById } from '../db/ecosystems.ts'
import { customers, ecosystems } from '../db/tables/index.ts'
import type { Deps } from '../deps.ts'

/**
 * The ecosystem that a checkout is for: the one it names, or the one that the same person of the same
 * company has already, so that paying after a trial keeps everything. Null: the payment makes a new one.
 * Whoever has a subscription is refused; an ecosystem that is not there is not told of.
 */
export const payingEcosystem = async (deps: Deps, request: CheckoutRequest): Promise<Ecosystem | null> => {
  const ecosystem = request.ecosystem
    ? await ecosystemById(deps.db, request.ecosystem)
    : await ecosystemOfPerson(deps, request)
  if (request.ecosystem && ecosystem?.catalogue !== request.catalogue) throw new BillingError('not-found')
  if (ecosystem && !mayStart(ecosystem, deps.clock.now())) throw new BillingError('already-subscribed')
  return ecosystem
}

/** In trial, after it, or cancelled: what has no subscription may begin one. */
const mayStart = (ecosystem: Ecosystem, now: Date): boolean => {
  const status = statusAt(ecosystem, now)
  return (
    status === 'trialing' ||
    status === 'canceled' ||
    (status === 'suspended' && ecosystem.trialEndsAt !== null)
  )
}

const ecosystemOfPerson = async (
  deps: Deps,
  { catalogue, email, company }: CheckoutRequest,
): Promise<Ecosystem | null> => {
  if (!email || !company) return null
  const same = (column: typeof ecosystems.email | typeof ecosystems.company, text: string) =>
    eq(sql`lower(${column})`, text.toLowerCase())
  const [row] = await deps.db
    .select()
    .from(ecosystems)
    .where(
      and(
        eq(ecosystems.catalogue, catalogue),
        same(ecosystems.email, email),
        same(ecosystems.company, company),
      ),
    )
  return row ?? null
}

/** The provider's customer of an ecosystem in a currency, when it has one. */
export const customerOf = async (
  deps: Deps,
  ecosystem: string,
  currency: Currency,
): Promise<string | null> => {
  const [row] = await deps.db
    .select()
    .from(customers)
    .where(and(eq(customers.ecosystem, ecosystem), eq(customers.currency, currency)))
  return row?.providerId ?? null
}
