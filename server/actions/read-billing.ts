import { count, eq } from 'drizzle-orm'
import type { Balance } from '#contract/balance'
import type { Billing } from '#contract/billing'
import type { Locale } from '#contract/locale'
import { statusAt } from '../billing/ecosystem-status.ts'
import { formatMoney } from '../billing/format-money.ts'
import { noticesOf } from '../billing/notices.ts'
import type { Ecosystem } from '../db/ecosystems.ts'
import { offeredVersion } from '../db/offers.ts'
import { balanceOf, lastPaidInvoice, subscriptionOf } from '../db/subscriptions.ts'
import { coreUsers } from '../db/tables/core.ts'
import type { Deps } from '../deps.ts'
import { balanceReason } from '../words/balance.ts'

/** Everything about an ecosystem's billing on one look, on the plan version that it bought. */
export const readBilling = async (deps: Deps, ecosystem: Ecosystem, locale: Locale): Promise<Billing> => {
  const { db } = deps
  const plan = (await offeredVersion(db, ecosystem.version))!
  const subscription = await subscriptionOf(db, ecosystem.id)
  const tickets = ecosystem.provisionedAt ? await deps.tickets.read(ecosystem.number) : null
  const balance = await balanceOf(db, ecosystem.id, ecosystem.currency)
  const paid = await lastPaidInvoice(db, ecosystem.id)
  const [users] = await deps.core
    .select({ inUse: count() })
    .from(coreUsers)
    .where(eq(coreUsers.ecosystem, ecosystem.id))
  const money = (amount: number) => formatMoney(amount, ecosystem.currency, locale)
  const status = statusAt(ecosystem, deps.clock.now())
  const next = subscription?.live ? subscription.nextPayment : null
  return {
    ecosystem: ecosystem.id,
    company: ecosystem.company,
    catalogue: ecosystem.catalogue,
    status,
    plan: plan.id,
    planName: plan.name[locale],
    planVersion: plan.version,
    interval: subscription?.interval ?? null,
    currency: ecosystem.currency,
    licences: { total: tickets?.licences ?? null, inUse: users?.inUse ?? 0 },
    encounters: { available: tickets?.encounters ?? 0 },
    services: plan.services
      .filter((service) => service.currency === ecosystem.currency)
      .map(({ id, name, unit }) => ({ id, name: name[locale], unit: money(unit) })),
    balance: money(balance.amount),
    nextPayment: next && { date: next.date, amount: money(next.amount) },
    lastPayment: paid && {
      date: (paid.paidAt ?? paid.at).toISOString(),
      amount: formatMoney(paid.amountPaid, paid.currency, locale),
    },
    trialEndsAt: ecosystem.trialEndsAt?.toISOString() ?? null,
    pendingChange: null,
    paymentMethod: subscription?.paymentMethod ?? null,
    notices: noticesOf({ status, trialEndsAt: ecosystem.trialEndsAt }, deps.clock.now(), locale),
  }
}

/** What an ecosystem holds in its currency, and why. */
export const readBalance = async (deps: Deps, ecosystem: Ecosystem, locale: Locale): Promise<Balance> => {
  const { amount, movements } = await balanceOf(deps.db, ecosystem.id, ecosystem.currency)
  return {
    balance: formatMoney(amount, ecosystem.currency, locale),
    movements: movements.map((row) => ({
      id: row.providerId,
      at: row.at.toISOString(),
      amount: formatMoney(row.amount, row.currency, locale),
      reason: balanceReason(row.reason, locale),
      ...(row.invoice && { invoice: row.invoice }),
    })),
  }
}
