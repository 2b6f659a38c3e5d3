import type { Locale } from '#contract/locale'
import type { UsageRecorded, UsageReport } from '#contract/usage'
import { BillingError } from '../../base/billing-error.ts'
import { formatMoney } from '../../billing/money/format.ts'
import { offeredVersion } from '../../db/catalogue/snapshots.ts'
import type { Ecosystem } from '../../db/ecosystems/ecosystems.ts'
import { subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
import { insertUsage, usageById } from '../../db/usage/usage.ts'
import type { Deps } from '../../deps.ts'

/**
 * Records units of a service once for each usage id, at the price of the customer's own plan version. They go
 * on the next renewal, or are charged before a change. The same id with other data is a `usage-id-reused`.
 */
export const recordUsage = async (
  deps: Deps,
  ecosystem: Ecosystem,
  given: UsageReport & { service: string },
  locale: Locale,
): Promise<{ recorded: UsageRecorded; isNew: boolean }> => {
  const { service, units, usageId } = given
  const known = await usageById(deps.db, ecosystem.id, usageId)
  if (!known) await record(deps, await priced(deps, ecosystem, given))
  const row = (await usageById(deps.db, ecosystem.id, usageId))!
  if (row.service !== service || row.units !== units) throw new BillingError('usage-id-reused')
  const money = (amount: number) => formatMoney(amount, row.currency, locale)
  return {
    isNew: !known,
    recorded: {
      usageId,
      service,
      units,
      unit: money(row.unit),
      total: money(row.units * row.unit),
      at: row.at.toISOString(),
      status: row.status,
    },
  }
}

const priced = async (
  deps: Deps,
  ecosystem: Ecosystem,
  { service, units, usageId }: UsageReport & { service: string },
) => {
  const plan = (await offeredVersion(deps.db, ecosystem.version))!
  const { currency } = ecosystem
  const price = plan.services.find((one) => one.id === service && one.currency === currency)
  if (!price) throw new BillingError('unknown-service', { service })
  if (!(await subscriptionOf(deps.db, ecosystem.id))?.live) throw new BillingError('no-subscription')
  const { unit } = price
  return { ecosystem: ecosystem.id, usageId, service, units, unit, currency, at: deps.clock.now() }
}

/** Stores the report; the next payment includes it. */
const record = async ({ db, jobs }: Deps, row: Parameters<typeof insertUsage>[1]) => {
  await db.transaction(async (tx) => {
    await insertUsage(tx, row)
    const subscription = await subscriptionOf(tx, row.ecosystem)
    await jobs.send(tx, 'sync-subscription', { subscription: subscription!.providerId })
  })
  jobs.wake()
}
