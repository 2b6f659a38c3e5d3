import type { AdminCustomer, AdminEcosystem, AdminLead } from '#contract/admin-list'
import type { Locale } from '#contract/locale'
import { statusAt } from '../../billing/ecosystems/status.ts'
import { formatMoney } from '../../billing/money/format.ts'
import {
  listedCustomers,
  listedEcosystems,
  listedLeads,
  type Window,
} from '../../db/operations/admin-lists.ts'
import { ticketsName } from '../../db/tickets/tickets.ts'
import type { Deps } from '../../deps.ts'

/** Rows of a list, and how many it has in all. */
export interface Listed<Row> {
  rows: Row[]
  total: number
}

/** Reads some rows of a list, in the reader's language. */
export type ReadList<Row> = (deps: Deps, window: Window, locale: Locale) => Promise<Listed<Row>>

/** Every customer that pays or has paid, once for each currency. */
export const adminCustomers: ReadList<AdminCustomer> = async (deps, window, locale) => {
  const now = deps.clock.now()
  const { rows, total } = await listedCustomers(deps.db, window)
  return {
    total,
    rows: rows.map(({ customer, ecosystem, subscription, plan, planName, planVersion, paid }) => {
      const { currency, providerId } = customer
      const next = subscription?.nextPayment ?? null
      return {
        ecosystem: ecosystem.id,
        company: ecosystem.company,
        email: ecosystem.email,
        catalogue: ecosystem.catalogue,
        providerId,
        currency,
        status: statusAt(ecosystem, now),
        plan,
        planName: planName[locale],
        planVersion,
        interval: subscription?.interval ?? null,
        licences: subscription?.licences ?? 0,
        nextPayment: next && { date: next.date, amount: formatMoney(next.amount, currency, locale) },
        paid: formatMoney(Number(paid), currency, locale),
        since: ecosystem.createdAt.toISOString(),
      }
    }),
  }
}

export const adminEcosystems: ReadList<AdminEcosystem> = async (deps, window, locale) => {
  const now = deps.clock.now()
  const { rows, total } = await listedEcosystems(deps.db, window)
  return {
    total,
    rows: rows.map(({ ecosystem, plan, planName, planVersion }) => ({
      id: ecosystem.id,
      company: ecosystem.company,
      email: ecosystem.email,
      catalogue: ecosystem.catalogue,
      status: statusAt(ecosystem, now),
      plan,
      planName: planName[locale],
      planVersion,
      currency: ecosystem.currency,
      locale: ecosystem.locale,
      database: ticketsName(ecosystem.number),
      trialEndsAt: ecosystem.trialEndsAt?.toISOString() ?? null,
      createdAt: ecosystem.createdAt.toISOString(),
      provisioned: ecosystem.provisionedAt !== null,
    })),
  }
}

export const adminLeads: ReadList<AdminLead> = async ({ db }, window) => {
  const { rows, total } = await listedLeads(db, window)
  return {
    total,
    rows: rows.map(({ recordedAt: _, at, ...lead }) => ({ ...lead, at: at.toISOString() })),
  }
}
