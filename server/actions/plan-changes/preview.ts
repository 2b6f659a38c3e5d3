import type { Locale } from '#contract/locale'
import type { PlanChangeQuote, PlanChangeRequest } from '#contract/plan-change'
import { BillingError } from '../../base/billing-error.ts'
import { newId } from '../../base/id.ts'
import type { CatalogueSnapshot } from '../../billing/catalogue/snapshot.ts'
import type { PricedChange } from '../../billing/plan-changes/priced-change.ts'
import { planChangeQuote } from '../../billing/plan-changes/quote.ts'
import { offerOf } from '../../db/catalogue/snapshots.ts'
import type { Ecosystem } from '../../db/ecosystems/ecosystems.ts'
import { insertQuote } from '../../db/plan-changes/quotes.ts'
import type { Deps } from '../../deps.ts'
import { billUsage } from '../usage/bill.ts'
import { computePlanChange } from './compute.ts'
import { type PlanChangeContext, planChangeContext } from './context.ts'
import { encounterEffectOf } from './encounter-effect.ts'

/** Who is shown a quote: their subject at the identity provider, and their language. */
export interface Reader {
  person: string
  locale: Locale
}

/** Prices a change for ten minutes and keeps the quote, so that confirming it charges exactly what was shown. */
export const previewPlanChange = async (
  deps: Deps,
  ecosystem: Ecosystem,
  request: PlanChangeRequest,
  reader: Reader,
): Promise<PlanChangeQuote> => {
  const at = thisSecond(deps)
  const basis = await settledBasis(deps, ecosystem)
  const { currency } = basis.terms
  if (request.currency && request.currency !== currency)
    throw new BillingError('currency-fixed', { currency })
  const { plan, interval } = request
  const change = await computePlanChange(deps, basis, { plan, interval, at })
  return keepQuote(deps, ecosystem, basis.offer, change, reader)
}

const keepQuote = async (
  deps: Deps,
  ecosystem: Ecosystem,
  offer: CatalogueSnapshot,
  change: PricedChange,
  { person, locale }: Reader,
): Promise<PlanChangeQuote> => {
  const id = newId('quo')
  await insertQuote(deps.db, { id, ecosystem: ecosystem.id, person, change })
  const { timeZone } = ecosystem
  const encounters = await encounterEffectOf(deps, ecosystem, change)
  return planChangeQuote(id, change, offer, { locale, timeZone, encounters })
}

/** What the catalogue sells today. Used when a change is priced and again when it is confirmed. */
export const catalogueOf = async (deps: Deps, ecosystem: Ecosystem): Promise<CatalogueSnapshot> =>
  (await offerOf(deps.db, ecosystem.catalogue, deps.clock.now()))!

export const thisSecond = ({ clock }: Deps): Date => new Date(Math.floor(clock.now().getTime() / 1000) * 1000)

/**
 * The context once no renewal is half prepared. A draft renewal would become final within the hour; it is
 * finalised now, because the credit that it will use is not known before.
 */
const settledBasis = async (deps: Deps, ecosystem: Ecosystem): Promise<PlanChangeContext> => {
  const basis = await planChangeContext(deps, ecosystem, deps.clock.now())
  if (basis.drafts.length === 0) return basis
  for (const draft of basis.drafts) {
    await billUsage(deps, ecosystem.id, draft)
    await deps.payments.collectDraft(draft)
  }
  return planChangeContext(deps, ecosystem, deps.clock.now())
}
