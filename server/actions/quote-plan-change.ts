import type { Locale } from '#contract/locale'
import type { PlanChangeQuote, PlanChangeRequest } from '#contract/plan-change'
import type { Offer } from '../billing/offer.ts'
import { planChangeQuote } from '../billing/plan-change-quote.ts'
import type { PricedChange } from '../billing/priced-change.ts'
import { BillingError } from '../billing-error.ts'
import type { Ecosystem } from '../db/ecosystems.ts'
import { offerOf } from '../db/offers.ts'
import { insertQuote } from '../db/quotes.ts'
import type { Deps } from '../deps.ts'
import { newId } from '../id.ts'
import type { SubscriptionTerms } from '../payments/port.ts'
import { billUsage } from './bill-usage.ts'
import { pricePlanChange } from './price-plan-change.ts'
import { termsInForce } from './subscription-in-force.ts'

/** Prices a change for ten minutes and keeps the quote, so that confirming it charges exactly what was shown. */
export const quotePlanChange = async (
  deps: Deps,
  ecosystem: Ecosystem,
  request: PlanChangeRequest,
  locale: Locale,
): Promise<PlanChangeQuote> => {
  const terms = await settledTerms(deps, ecosystem)
  if (request.currency && request.currency !== terms.currency)
    throw new BillingError('currency-fixed', { currency: terms.currency })
  const offer = await catalogueOf(deps, ecosystem)
  const { plan, interval } = request
  const change = await pricePlanChange(deps, ecosystem, offer, terms, {
    plan,
    interval,
    at: thisSecond(deps),
  })
  return keepQuote(deps, ecosystem, offer, change, locale)
}

export const keepQuote = async (
  deps: Deps,
  ecosystem: Ecosystem,
  offer: Offer,
  change: PricedChange,
  locale: Locale,
): Promise<PlanChangeQuote> => {
  const id = newId('quo')
  await insertQuote(deps.db, { id, ecosystem: ecosystem.id, change })
  return planChangeQuote(id, change, offer, locale)
}

/** What the catalogue sells today, in force when a change is priced and again when it is confirmed. */
export const catalogueOf = async (deps: Deps, ecosystem: Ecosystem): Promise<Offer> =>
  (await offerOf(deps.db, ecosystem.catalogue, deps.clock.now()))!

export const thisSecond = ({ clock }: Deps): Date => new Date(Math.floor(clock.now().getTime() / 1000) * 1000)

/**
 * The terms once no renewal is half made. One that is being prepared would be final within the hour; it is made so now,
 * because the credit it will use is not known before.
 */
const settledTerms = async (deps: Deps, ecosystem: Ecosystem): Promise<SubscriptionTerms> => {
  const terms = await termsInForce(deps, ecosystem)
  const drafts = await deps.payments.draftInvoices(terms.id)
  if (drafts.length === 0) return terms
  for (const draft of drafts) {
    await billUsage(deps, ecosystem.id, draft)
    await deps.payments.collectDraft(draft)
  }
  return termsInForce(deps, ecosystem)
}
