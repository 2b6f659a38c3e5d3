import type { PlanChangeResult } from '#contract/plan-change'
import { BillingError } from '../../base/billing-error.ts'
import type { AmountLine } from '../../billing/plan-changes/amounts.ts'
import type { PricedChange } from '../../billing/plan-changes/priced-change.ts'
import { type Ecosystem, ecosystemById } from '../../db/ecosystems/ecosystems.ts'
import { moveQuote, type Quote, quoteById } from '../../db/plan-changes/quotes.ts'
import type { Deps } from '../../deps.ts'
import { withEcosystemLock } from '../concurrency/with-ecosystem-lock.ts'
import { readBilling } from '../overview/read.ts'
import { computePlanChange } from './compute.ts'
import { planChangeContext } from './context.ts'
import { executePlanChange, resumeOtherPlanChanges } from './execute.ts'
import { previewPlanChange, type Reader } from './preview.ts'

/** Longer than one try takes: after this time another process may resume an accepted quote. */
const finishAfterMs = 120_000

/**
 * Accepts a quote and executes it: exactly what was shown, or a refusal with a new quote and nothing changed.
 * The same confirmation again returns the result of the first one. Another person's quote is a `not-found`: a page that
 * a colleague left must not pay in the name of the next one.
 */
export const confirmPlanChange = (
  deps: Deps,
  ecosystem: Ecosystem,
  { quoteId, key, ...reader }: Reader & { quoteId: string; key: string },
): Promise<PlanChangeResult> =>
  withEcosystemLock(deps, ecosystem.id, async () => {
    const quote = await quoteById(deps.db, ecosystem.id, quoteId)
    if (!quote || (quote.person !== null && quote.person !== reader.person))
      throw new BillingError('not-found')
    await resumeOtherPlanChanges(deps, ecosystem.id, quote.id)
    if (quote.undeliveredError && quote.acceptedKey === key) await deliverRefusal(deps, ecosystem, quote)
    if (quote.status === 'open' || quote.status === 'refused')
      await accept(deps, ecosystem, quote, { key, reader })
    if (quote.status === 'abandoned') await refuseWithFresh(deps, ecosystem, quote, reader, 'quote-expired')
    const { status, clientSecret } = await executePlanChange(deps, ecosystem.id, quote.id)
    const now = (await ecosystemById(deps.db, ecosystem.id))!
    return {
      status,
      ...(clientSecret && { clientSecret }),
      billing: await readBilling(deps, now, reader.locale),
    }
  })

/** The bank declined after the page had stopped polling. The page polls again now and gets the refusal. */
const deliverRefusal = async (deps: Deps, { currency }: Ecosystem, quote: Quote): Promise<never> => {
  await moveQuote(deps.db, quote.id, ['refused'], { status: 'refused', undeliveredError: null })
  throw new BillingError(quote.undeliveredError!, { amount: { amount: quote.amounts.outstanding, currency } })
}

/** Marks the quote as accepted: from here on the change is completed even if this process crashes. */
const accept = async (
  deps: Deps,
  ecosystem: Ecosystem,
  quote: Quote,
  { key, reader }: { key: string; reader: Reader },
): Promise<void> => {
  const now = deps.clock.now()
  if (quote.expiresAt <= now) await refuseWithFresh(deps, ecosystem, quote, reader, 'quote-expired')
  const change = await priceAgain(deps, ecosystem, quote)
  if (!change || !isSame(change, quote))
    await refuseWithFresh(deps, ecosystem, quote, reader, 'quote-changed')
  const [blocker] = change!.blockers
  if (blocker)
    throw new BillingError(blocker.code, { ...blocker.facts, plan: change!.to.plan.name[reader.locale] })
  await deps.db.transaction(async (tx) => {
    await moveQuote(tx, quote.id, ['open', 'refused'], {
      status: 'accepted',
      acceptedAt: now,
      acceptedKey: key,
      undeliveredError: null,
    })
    const later = new Date(now.getTime() + finishAfterMs)
    await deps.scheduler.at(tx, 'resume-plan-change', quote.id, later, {
      quote: quote.id,
      ecosystem: ecosystem.id,
    })
  })
}

/**
 * Prices the same change at the quote's own second; null: its period is over, or a renewal is being prepared.
 */
const priceAgain = async (
  deps: Deps,
  ecosystem: Ecosystem,
  { plan, interval, at, steps }: Quote,
): Promise<PricedChange | null> => {
  const basis = await planChangeContext(deps, ecosystem, new Date(steps.settle.seenUntil ?? at))
  if (at < basis.terms.periodStart || basis.drafts.length > 0) return null
  return computePlanChange(deps, basis, { plan, interval, at })
}

/**
 * Compares every amount, the version, and the steps at the provider. Line dates are left out: a period that
 * begins with the change begins when it is confirmed.
 */
const isSame = (change: PricedChange, quote: Quote): boolean => {
  const facts = ({ amounts, steps }: Pick<Quote, 'amounts' | 'steps'>, version: string) =>
    canonical({ steps, version, amounts: { ...amounts, lines: amounts.lines.map(undated) } })
  return facts(change, change.to.plan.versionId) === facts(quote, quote.version)
}

const undated = ({ period: _, ...line }: AmountLine) => line

/** The database gives the keys of an object back in another order; an absent one and an undefined one are the same. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

const refuseWithFresh = async (
  deps: Deps,
  ecosystem: Ecosystem,
  { plan, interval }: Quote,
  reader: Reader,
  code: 'quote-expired' | 'quote-changed',
): Promise<never> => {
  const fresh = await previewPlanChange(deps, ecosystem, { plan, interval }, reader)
  throw new BillingError(code, {}, undefined, fresh)
}
