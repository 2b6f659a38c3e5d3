import type { StripeSandbox } from '@waizant/stripe-sandbox'
import { eq } from 'drizzle-orm'
import { customers } from '../db/tables/index.ts'
import type { Deps } from '../deps.ts'
import { advance } from './advance.ts'
import { stripeOf } from './console.ts'
import { type NewEcosystem, newEcosystem } from './new-ecosystem.ts'
import type { Sandbox } from './sandbox.ts'

/** A customer of the demonstration: since when, and with which data. */
type DemoCustomer = NewEcosystem & {
  daysAgo: number
  /** Their credit, in minor units. */
  balance?: number
}

const dayMs = 24 * 60 * 60 * 1000

const daysAgo = (now: Date, days: number) => new Date(now.getTime() - days * dayMs)

const failing = '4000000000000341'

/** One customer on each plan that can be bought, some in trial, one in arrears, one with credit; oldest first. */
const demoCustomers = (now: Date): DemoCustomer[] => [
  {
    catalogue: 'erp',
    plan: 'pro',
    interval: 'year',
    currency: 'MXN',
    company: 'Ferretería del Centro',
    daysAgo: 92,
  },
  {
    catalogue: 'waizant',
    plan: 'premium',
    interval: 'month',
    currency: 'USD',
    encounters: 800,
    company: 'Hospital Santa Lucía',
    daysAgo: 80,
  },
  {
    catalogue: 'erp',
    plan: 'basico',
    interval: 'month',
    currency: 'MXN',
    company: 'Abarrotes La Esquina',
    daysAgo: 65,
  },
  {
    catalogue: 'waizant',
    plan: 'plus',
    interval: 'month',
    currency: 'USD',
    licences: 3,
    encounters: 120,
    company: 'Clínica Horizonte',
    daysAgo: 40,
  },
  {
    catalogue: 'erp',
    plan: 'basico',
    interval: 'month',
    currency: 'USD',
    card: failing,
    company: 'Café Volcán',
    daysAgo: monthAndADay(now),
  },
  { catalogue: 'erp', plan: 'trial', company: 'Papelería Nube', daysAgo: 23 },
  {
    catalogue: 'waizant',
    plan: 'lite',
    interval: 'month',
    currency: 'USD',
    company: 'Consultorio Roble',
    daysAgo: 9,
  },
  // Billed on the day of the contract, so no renewal has used the credit yet, whatever today's date is.
  {
    catalogue: 'erp',
    plan: 'basico',
    interval: 'month',
    currency: 'MXN',
    balance: 45_000,
    company: 'Taller Faro',
    daysAgo: 6,
  },
  { catalogue: 'waizant', plan: 'trial', company: 'Consultorio Alba', daysAgo: 4 },
]

/**
 * The age in days of a subscription whose monthly renewal was due a day ago, or two days at the end of a longer month.
 */
const monthAndADay = (now: Date): number => {
  const begun = daysAgo(now, 1)
  const day = begun.getUTCDate()
  begun.setUTCDate(1)
  begun.setUTCMonth(begun.getUTCMonth() - 1)
  begun.setUTCDate(Math.min(day, lastDayOf(begun)))
  return (now.getTime() - begun.getTime()) / dayMs
}

const lastDayOf = (month: Date) =>
  new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate()

/** When the clock of a new demonstration starts, so that its customers have a history by now. */
export const demoStart = (now: Date): Date => daysAgo(now, 93)

/** Credit as a goodwill refund: it exists only in the provider's ledger. */
const credit = async (deps: Deps, stripe: StripeSandbox, ecosystem: string, amount: number) => {
  const [customer] = await deps.db.select().from(customers).where(eq(customers.ecosystem, ecosystem))
  const currency = customer!.currency.toLowerCase()
  await stripeOf(stripe).customers.createBalanceTransaction(customer!.providerId, {
    amount: -amount,
    currency,
  })
}

/** Creates the customers in the same way as real ones, at their dates in the past, and advances to now. */
export const createDemoCustomers = async (deps: Deps, sandbox: Sandbox): Promise<void> => {
  if (!sandbox.stripe) return
  const now = new Date()
  for (const { daysAgo: days, balance, ...wanted } of demoCustomers(now)) {
    await advance(deps, sandbox, daysAgo(now, days))
    const ecosystem = await newEcosystem(deps, sandbox, wanted)
    if (balance) await credit(deps, sandbox.stripe, ecosystem, balance)
  }
}
