import { and, desc, eq, lte, ne, sql } from 'drizzle-orm'
import { isPlan, isSeats, parsePriceKey } from '../../billing/catalogue/prices.ts'
import type { BalanceEntry, SubscriptionState } from '../../payments/port.ts'
import type { Db } from '../connection/open.ts'
import { balanceMovements, customers, invoices, subscriptions } from '../tables/index.ts'

export type Subscription = typeof subscriptions.$inferSelect

/** The ecosystem of a provider's customer; null when the customer is not ours. */
export const ecosystemOfCustomer = async (db: Db, customer: string): Promise<string | null> => {
  const [row] = await db.select().from(customers).where(eq(customers.providerId, customer))
  return row?.ecosystem ?? null
}

/** The subscription that is paid with a payment method of the provider; null: none is. */
export const subscriptionPaidWith = async (db: Db, methodId: string): Promise<string | null> => {
  const [row] = await db
    .select({ id: subscriptions.providerId })
    .from(subscriptions)
    .where(and(eq(subscriptions.methodId, methodId), eq(subscriptions.live, true)))
  return row?.id ?? null
}

/** The provider's customer who pays a subscription. */
export const customerOfSubscription = async (
  db: Db,
  { ecosystem, currency }: Pick<Subscription, 'ecosystem' | 'currency'>,
): Promise<string> => {
  const [row] = await db
    .select()
    .from(customers)
    .where(and(eq(customers.ecosystem, ecosystem), eq(customers.currency, currency)))
  return row!.providerId
}

/**
 * An ecosystem's current subscription: the live one, or else the last one. The last one is the one whose period
 * began last: a cancelled year would have ended after the month that followed it.
 */
export const subscriptionOf = async (db: Db, ecosystem: string): Promise<Subscription | null> => {
  const rows = await db.select().from(subscriptions).where(eq(subscriptions.ecosystem, ecosystem))
  return rows.find((row) => row.live) ?? rows.sort((a, b) => +b.periodStart - +a.periodStart)[0] ?? null
}

/** A read of the provider. Of two reads, the one with the higher number began later. */
export interface Reading {
  number: number
  at: Date
}

/** Numbers a read of the provider, before the first request to it. */
export const beginReading = async (db: Db, at: Date): Promise<Reading> => {
  const { rows } = (await db.execute(sql`select nextval('sync_sequence')::float8 as number`)) as unknown as {
    rows: { number: number }[]
  }
  return { number: rows[0]!.number, at }
}

/**
 * Mirrors the result of a read of the provider. A result older than the stored one is ignored, because two
 * reads may overlap.
 */
export const writeSubscription = async (
  tx: Db,
  ecosystem: string,
  state: SubscriptionState,
  reading: Reading,
): Promise<void> => {
  const plan = state.items.find(({ key }) => isPlan(key)) ?? state.items[0]!
  const seats = state.items.find(({ key }) => isSeats(key))
  const row = {
    version: parsePriceKey(plan.key).versionId,
    interval: state.interval,
    currency: state.currency,
    providerStatus: state.status,
    live: state.live,
    licences: seats?.quantity ?? 0,
    periodStart: state.periodStart,
    periodEnd: state.periodEnd,
    cancelAt: state.cancelAt,
    scheduled: scheduledOf(state),
    nextPayment: state.nextPayment && {
      date: state.nextPayment.date.toISOString(),
      amount: state.nextPayment.amount,
    },
    methodId: state.methodId,
    paymentMethod: state.paymentMethod,
    arrears: arrearsOf(state),
    owes: state.owes,
    syncedAt: reading.at,
    syncSequence: reading.number,
  }
  const [written] = await tx
    .insert(subscriptions)
    .values({ providerId: state.id, ecosystem, ...row })
    .onConflictDoUpdate({
      target: subscriptions.providerId,
      set: row,
      setWhere: lte(subscriptions.syncSequence, reading.number),
    })
    .returning()
  if (written) await writeInvoices(tx, ecosystem, state)
}

const arrearsOf = ({ arrears }: SubscriptionState): Subscription['arrears'] =>
  arrears && {
    ...arrears,
    since: arrears.since.toISOString(),
    retryAt: arrears.retryAt?.toISOString() ?? null,
  }

const scheduledOf = ({ schedule }: SubscriptionState): Subscription['scheduled'] => {
  const plan = schedule?.items.find(({ key }) => isPlan(key))
  if (!schedule?.at || !plan) return null
  const seats = schedule.items.find(({ key }) => isSeats(key))
  const { versionId, interval } = parsePriceKey(plan.key)
  return {
    id: schedule.id,
    version: versionId,
    interval,
    licences: seats?.quantity ?? 0,
    at: schedule.at.toISOString(),
  }
}

/** A paid or void invoice stays so: the read of another subscription of the same customer may be older. */
const writeInvoices = async (tx: Db, ecosystem: string, state: SubscriptionState): Promise<void> => {
  if (state.invoices.length === 0) return
  await tx
    .insert(invoices)
    .values(state.invoices.map(({ id, ...invoice }) => ({ providerId: id, ecosystem, ...invoice })))
    .onConflictDoUpdate({
      target: invoices.providerId,
      set: {
        number: sql`excluded.number`,
        status: sql`excluded.status`,
        total: sql`excluded.total`,
        amountPaid: sql`excluded.amount_paid`,
        balanceUsed: sql`excluded.balance_used`,
        lines: sql`excluded.lines`,
        pdfUrl: sql`excluded.pdf_url`,
        paidAt: sql`excluded.paid_at`,
      },
      setWhere: sql`${invoices.status} not in ('paid', 'void') or excluded.status in ('paid', 'void')`,
    })
}

/** Mirrors the provider's ledger by the ids of its movements; no other source ever adds any. */
export const writeBalance = async (tx: Db, ecosystem: string, entries: BalanceEntry[]): Promise<void> => {
  for (const [position, { id, ...entry }] of entries.entries())
    await tx
      .insert(balanceMovements)
      .values({ providerId: id, ecosystem, position, ...entry })
      .onConflictDoNothing()
}

/**
 * An ecosystem's balance in a currency, and its movements, newest first. Leaves out what a void invoice used
 * and returned, which sums to zero.
 */
export const balanceOf = async (db: Db, ecosystem: string, currency: Subscription['currency']) => {
  const rows = await db
    .select({ movement: balanceMovements, status: invoices.status })
    .from(balanceMovements)
    .leftJoin(invoices, eq(invoices.providerId, balanceMovements.invoice))
    .where(and(eq(balanceMovements.ecosystem, ecosystem), eq(balanceMovements.currency, currency)))
    .orderBy(desc(balanceMovements.position))
  return {
    amount: rows.reduce((sum, { movement }) => sum + movement.amount, 0),
    movements: rows.filter(({ status }) => status !== 'void').map(({ movement }) => movement),
  }
}

/** The last paid invoice of an ecosystem with an amount above zero. */
export const lastPaidInvoice = async (db: Db, ecosystem: string) => {
  const [row] = await db
    .select()
    .from(invoices)
    .where(
      and(eq(invoices.ecosystem, ecosystem), eq(invoices.status, 'paid'), sql`${invoices.amountPaid} > 0`),
    )
    // Several may be paid in one second: the last is the newest of them, and invoice numbers are ascending
    // within a second.
    .orderBy(
      desc(invoices.paidAt),
      desc(invoices.at),
      sql`length(${invoices.number}) desc nulls last`,
      sql`${invoices.number} desc nulls last`,
    )
    .limit(1)
  return row ?? null
}

/** Whether an ecosystem has, or had, another subscription than this one. */
export const hasOtherSubscription = async (
  db: Db,
  ecosystem: string,
  providerId: string,
): Promise<boolean> => {
  const others = await db
    .select({ id: subscriptions.providerId })
    .from(subscriptions)
    .where(and(eq(subscriptions.ecosystem, ecosystem), ne(subscriptions.providerId, providerId)))
    .limit(1)
  return others.length > 0
}

/** The mirror of a subscription by the provider's id; null: it is not mirrored yet. */
export const subscriptionById = async (db: Db, providerId: string) => {
  const [row] = await db.select().from(subscriptions).where(eq(subscriptions.providerId, providerId))
  return row ?? null
}
