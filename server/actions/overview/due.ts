import type { Billing, Due } from '#contract/billing'
import type { Locale } from '#contract/locale'
import type { Policy } from '#contract/policy'
import { keptUntil } from '../../billing/ecosystems/retention.ts'
import { formatMoney } from '../../billing/money/format.ts'
import type { Ecosystem } from '../../db/ecosystems/ecosystems.ts'
import type { Subscription } from '../../db/subscriptions/subscriptions.ts'
import { costOf, type UsageRow } from '../../db/usage/usage.ts'
import { declineOf } from '../../words/declines.ts'
import { chargeableUsage } from '../collections/collect-outstanding.ts'

/** What is owed since a renewal's charge failed. */
export const dueOf = (
  { suspendsAt }: Ecosystem,
  subscription: Subscription | null,
  locale: Locale,
): Due | null => {
  const { arrears, currency } = subscription ?? {}
  if (!arrears || !currency || !suspendsAt) return null
  const { invoice, since, needsAction, retryAt, invoices } = arrears
  return {
    invoice,
    amount: formatMoney(arrears.amount, currency, locale),
    ...(invoices && {
      invoices: invoices.map(({ id, amount }) => ({ id, amount: formatMoney(amount, currency, locale) })),
    }),
    since,
    reason: declineOf(arrears.reason ?? '', locale),
    needsAction,
    retryAt,
    suspendsAt: suspendsAt.toISOString(),
  }
}

/** What cancelling now would mean: the last day, and what is charged at once. */
export const ifCanceled = (
  { currency, timeZone }: Ecosystem,
  { subscription, policy, used }: { subscription: Subscription | null; policy: Policy; used: UsageRow[] },
  locale: Locale,
): Pick<Billing, 'ifCanceled'> => {
  if (!subscription?.live || subscription.cancelAt) return {}
  const { periodEnd } = subscription
  return {
    ifCanceled: {
      accessUntil: periodEnd.toISOString(),
      dataUntil: keptUntil(periodEnd, policy, timeZone).toISOString(),
      dueNow: formatMoney(costOf(chargeableUsage(used, currency)), currency, locale),
    },
  }
}
