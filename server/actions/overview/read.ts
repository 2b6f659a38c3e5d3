import type { Balance } from '#contract/balance'
import type { Billing, EcosystemStatus } from '#contract/billing'
import type { Locale } from '#contract/locale'
import { packagesOf } from '../../billing/catalogue/packages.ts'
import type { PlanVersionSnapshot } from '../../billing/catalogue/snapshot.ts'
import { statusAt } from '../../billing/ecosystems/status.ts'
import { boughtPerMonth } from '../../billing/encounters/bought-per-month.ts'
import { formatMoney } from '../../billing/money/format.ts'
import { includedSeats } from '../../billing/seats/included.ts'
import { policyOf } from '../../db/catalogue/policies.ts'
import { offeredVersion } from '../../db/catalogue/snapshots.ts'
import type { Ecosystem } from '../../db/ecosystems/ecosystems.ts'
import { usersOf } from '../../db/ecosystems/users.ts'
import { deliveredSince } from '../../db/encounters/purchases.ts'
import {
  balanceOf,
  lastPaidInvoice,
  type Subscription,
  subscriptionOf,
} from '../../db/subscriptions/subscriptions.ts'
import { openUsage, type UsageRow } from '../../db/usage/usage.ts'
import type { Deps } from '../../deps.ts'
import { balanceReason } from '../../words/balance.ts'
import { dueOf, ifCanceled } from './due.ts'
import { noticesFor } from './notices.ts'

/** An ecosystem's whole billing in one answer, on the plan version that it bought. */
export const readBilling = async (deps: Deps, ecosystem: Ecosystem, locale: Locale): Promise<Billing> => {
  const { plan, subscription, tickets, balance, paid, inUse, used, bought, policy } = await factsOf(
    deps,
    ecosystem,
  )
  const scheduled = subscription?.live ? subscription.scheduled : null
  const coming = scheduled && (await offeredVersion(deps.db, scheduled.version))
  const money = (amount: number) => formatMoney(amount, ecosystem.currency, locale)
  const status = statusAt(ecosystem, deps.clock.now())
  const sumOf = (rows: UsageRow[]) => ({
    units: rows.reduce((sum, { units }) => sum + units, 0),
    total: money(rows.reduce((sum, { units, unit }) => sum + units * unit, 0)),
  })
  const forSale = (parameter: string) =>
    (subscription?.live ? packagesOf(parameterOf(plan, parameter), subscription) : []).map(
      ({ quantity, unit }) => ({ quantity, unit: money(unit), total: money(unit * quantity) }),
    )
  const next = subscription?.live ? subscription.nextPayment : null
  const end = accessUntil(status, subscription)
  const due = dueOf(ecosystem, subscription, locale)
  const licences = {
    total: subscription?.live ? seatsOf(plan, subscription) : (tickets?.licences ?? null),
    inUse,
    included: includedSeats(plan),
    bought: subscription?.licences ?? 0,
    packages: forSale('licences'),
  }
  const pendingChange =
    scheduled && coming
      ? {
          plan: coming.id,
          planName: coming.name[locale],
          interval: scheduled.interval,
          effectiveAt: scheduled.at,
        }
      : null
  return {
    ecosystem: ecosystem.id,
    company: ecosystem.company,
    catalogue: ecosystem.catalogue,
    status,
    plan: plan.id,
    planName: plan.name[locale],
    planVersion: plan.version,
    interval: subscription?.interval ?? null,
    ...(subscription?.live && { planPrice: money(ownPrice(plan, subscription)) }),
    currency: ecosystem.currency,
    timeZone: ecosystem.timeZone,
    licences,
    encounters: {
      available: tickets?.encounters ?? 0,
      included: tickets?.included
        ? { ...tickets.included, until: tickets.included.until.toISOString() }
        : null,
      bought: tickets?.bought ?? 0,
      packages: forSale('encounters'),
      ...(bought.length && { monthly: boughtPerMonth(bought, lastMonths(deps, ecosystem)) }),
    },
    services: plan.services
      .filter((service) => service.currency === ecosystem.currency)
      .map(({ id, name, unit }) => ({
        id,
        name: name[locale],
        unit: money(unit),
        used: sumOf(used.filter(({ service }) => service === id)),
      })),
    balance: money(balance.amount),
    nextPayment: next && { date: next.date, amount: money(next.amount) },
    lastPayment: paid && {
      date: (paid.paidAt ?? paid.at).toISOString(),
      amount: formatMoney(paid.amountPaid, paid.currency, locale),
    },
    trialEndsAt: ecosystem.trialEndsAt?.toISOString() ?? null,
    ...(due && { due }),
    accessUntil: end?.toISOString() ?? null,
    ...ifCanceled(ecosystem, { subscription, policy, used }, locale),
    pendingChange,
    paymentMethod: subscription?.paymentMethod ?? null,
    notices: await noticesFor(
      deps,
      ecosystem,
      {
        status,
        plan,
        policy,
        end,
        due,
        unpayableAt: unpayableAt(status, subscription),
        licences,
        pendingChange,
      },
      locale,
    ),
  }
}

/** All queries at once: a remote database costs one round trip. */
const factsOf = async ({ db, core, tickets, clock }: Deps, ecosystem: Ecosystem) => {
  const { id, number, version, currency, catalogue, provisionedAt } = ecosystem
  const facts = await Promise.all([
    offeredVersion(db, version),
    subscriptionOf(db, id),
    provisionedAt && tickets.read(number, clock.now()),
    balanceOf(db, id, currency),
    lastPaidInvoice(db, id),
    usersOf(core, id),
    openUsage(db, id, { currency }),
    deliveredSince(db, id, halfAYearBefore(clock.now())),
    policyOf(db, catalogue),
  ])
  const [plan, subscription, held, balance, paid, inUse, used, bought, policy] = facts
  return { plan: plan!, subscription, tickets: held, balance, paid, inUse, used, bought, policy }
}

/** The price that the customer pays for the plan: a newer version in force changes nothing for them. */
const ownPrice = ({ prices }: PlanVersionSnapshot, { interval, currency }: Subscription): number =>
  prices.find((price) => price.interval === interval && price.currency === currency)?.amount ?? 0

const parameterOf = ({ parameters }: PlanVersionSnapshot, wanted: string) =>
  parameters.find(({ id }) => id === wanted)

const seatsOf = (plan: PlanVersionSnapshot, { licences }: Subscription): number | null => {
  const included = includedSeats(plan)
  return included === null ? null : included + licences
}

const lastMonths = ({ clock }: Deps, { timeZone }: Ecosystem) => ({ now: clock.now(), timeZone, months: 6 })

/** The beginning of the month half a year ago. */
const halfAYearBefore = (now: Date): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 6, 1))

/** When a payment is due and no payment method is saved. */
const unpayableAt = (status: EcosystemStatus, subscription: Subscription | null): Date | null => {
  const { nextPayment, methodId, paymentMethod } = subscription ?? {}
  if (status !== 'active' || !nextPayment?.amount || methodId || paymentMethod) return null
  return new Date(nextPayment.date)
}

/** When a cancelled subscription ends or ended. */
const accessUntil = (status: EcosystemStatus, subscription: Subscription | null): Date | null =>
  status === 'canceled'
    ? (subscription?.cancelAt ?? subscription?.periodEnd ?? null)
    : subscription?.live
      ? subscription.cancelAt
      : null

/** An ecosystem's balance in its currency, and its movements. */
export const readBalance = async (deps: Deps, ecosystem: Ecosystem, locale: Locale): Promise<Balance> => {
  const { amount, movements } = await balanceOf(deps.db, ecosystem.id, ecosystem.currency)
  return {
    balance: formatMoney(amount, ecosystem.currency, locale),
    timeZone: ecosystem.timeZone,
    movements: movements.map((row) => ({
      id: row.providerId,
      at: row.at.toISOString(),
      amount: formatMoney(row.amount, row.currency, locale),
      reason: balanceReason(row.reason, row.amount, locale),
      ...(row.invoice && { invoice: row.invoice }),
    })),
  }
}
