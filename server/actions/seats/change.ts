import type { LicenceOrder, LicenceQuote, LicenceRequest } from '#contract/licences'
import type { Locale } from '#contract/locale'
import { BillingError } from '../../base/billing-error.ts'
import { idFor } from '../../base/id.ts'
import { formatMoney } from '../../billing/money/format.ts'
import { describeLine } from '../../billing/plan-changes/quote.ts'
import type { Ecosystem } from '../../db/ecosystems/ecosystems.ts'
import type { Deps } from '../../deps.ts'
import type { SubscriptionTerms } from '../../payments/port.ts'
import { assertExpectedTotal } from '../concurrency/assert-expected-total.ts'
import { withEcosystemLock } from '../concurrency/with-ecosystem-lock.ts'
import { resumeOtherPlanChanges } from '../plan-changes/execute.ts'
import { thisSecond } from '../plan-changes/preview.ts'
import { requireActiveSubscription } from '../subscriptions/require-active.ts'
import { syncSubscription } from '../subscriptions/sync.ts'
import { computeSeatChange, type PricedLicences } from './compute.ts'

/** How old the second of a preview may be. */
const goodForMs = 10 * 60 * 1000

/** How far the clock of the server that showed the preview may be ahead. */
const clocksApartMs = 10 * 1000

/** What a new total of seats would add to the next invoice. */
export const previewLicences = async (
  deps: Deps,
  ecosystem: Ecosystem,
  { quantity }: LicenceRequest,
  locale: Locale,
): Promise<LicenceQuote> => {
  const terms = await requireActiveSubscription(deps, ecosystem)
  const priced = await computeSeatChange(deps, ecosystem, terms, { quantity, at: thisSecond(deps) })
  return quoteOf(priced, quantity, terms, { locale, timeZone: ecosystem.timeZone })
}

/**
 * Changes the number of seats; the cost goes on the next invoice. With the preview's second and amount it costs
 * exactly what was shown, or is a `price-changed`. The same key again changes nothing more.
 */
export const changeLicences = (
  deps: Deps,
  ecosystem: Ecosystem,
  order: LicenceOrder,
  { key, locale }: { key: string; locale: Locale },
): Promise<LicenceQuote> =>
  withEcosystemLock(deps, ecosystem.id, async () => {
    await resumeOtherPlanChanges(deps, ecosystem.id)
    const terms = await requireActiveSubscription(deps, ecosystem)
    const { quantity } = order
    const priced = await computeSeatChange(deps, ecosystem, terms, {
      quantity,
      at: secondOf(deps, terms, order),
    })
    const { total: amount } = priced
    assertExpectedTotal({ amount, currency: terms.currency }, order.expectedTotal)
    if (priced.change) {
      // An earlier try was found above. A request for another second is another request.
      const request = idFor('licences', `${ecosystem.id}:${key}:${priced.at.getTime()}`)
      await deps.payments.changeOnNextInvoice(priced.change, request)
      await syncSubscription(deps, terms.id)
    }
    return quoteOf(priced, quantity, terms, { locale, timeZone: ecosystem.timeZone })
  })

/** The second that was shown. One that is too old, or before this period, is a `price-changed`. */
const secondOf = (deps: Deps, { periodStart }: SubscriptionTerms, { at }: LicenceOrder): Date => {
  if (!at) return thisSecond(deps)
  const shown = new Date(at)
  const ageMs = deps.clock.now().getTime() - shown.getTime()
  const isFresh = ageMs >= -clocksApartMs && ageMs <= goodForMs
  if (!isFresh || shown < periodStart) throw new BillingError('price-changed')
  return shown
}

const quoteOf = (
  priced: PricedLicences,
  quantity: number,
  { currency }: SubscriptionTerms,
  { locale, timeZone }: { locale: Locale; timeZone: string },
): LicenceQuote => {
  const money = (amount: number) => formatMoney(amount, currency, locale)
  const { before, included, inUse, unit, at, lines, total, next, plan } = priced
  return {
    quantity,
    before,
    included,
    inUse,
    unit: unit === null ? null : money(unit),
    at: at.toISOString(),
    timeZone,
    lines: lines.map((line) => ({
      description: describeLine(line, [plan], locale),
      amount: money(line.amount),
      kind: line.kind,
      period: line.period,
    })),
    total: money(total),
    nextInvoice: { date: next.date.toISOString(), amount: money(next.amount) },
  }
}
