import type { EncounterPrice } from '#contract/encounters'
import type { Locale } from '#contract/locale'
import { BillingError } from '../../base/billing-error.ts'
import { isSubscribed, statusAt } from '../../billing/ecosystems/status.ts'
import { type EncounterCharge, encounterPrice } from '../../billing/encounters/price.ts'
import { formatMoney } from '../../billing/money/format.ts'
import { offeredVersion } from '../../db/catalogue/snapshots.ts'
import { ecosystemById } from '../../db/ecosystems/ecosystems.ts'
import { subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'

/**
 * The price of a quantity of encounters for an ecosystem now: by the plan version that it bought, in its
 * currency and interval. Without an active subscription it is a `BillingError('no-subscription')`.
 */
export const priceEncounters = async (
  deps: Deps,
  ecosystemId: string,
  quantity: number,
): Promise<EncounterCharge> => {
  const ecosystem = (await ecosystemById(deps.db, ecosystemId))!
  const subscription = await subscriptionOf(deps.db, ecosystemId)
  if (!subscription?.live || !isSubscribed(statusAt(ecosystem, deps.clock.now())))
    throw new BillingError('no-subscription')
  const plan = (await offeredVersion(deps.db, ecosystem.version))!
  const { currency, interval } = subscription
  return encounterPrice(plan, { quantity, currency, interval })
}

/** The price as an API answer, in the caller's language. */
export const previewEncounters = async (
  deps: Deps,
  ecosystem: string,
  quantity: number,
  locale: Locale,
): Promise<EncounterPrice> => {
  const charge = await priceEncounters(deps, ecosystem, quantity)
  const money = (amount: number) => formatMoney(amount, charge.currency, locale)
  return {
    quantity,
    unit: money(charge.unit),
    total: money(charge.total),
    package: {
      quantity: charge.package.quantity,
      unit: money(charge.package.unit),
      total: money(charge.package.total),
    },
  }
}
