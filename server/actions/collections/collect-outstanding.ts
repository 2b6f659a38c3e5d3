import type { Currency } from '#contract/money'
import { minimumCharge } from '../../billing/money/minimum-charge.ts'
import type { Db } from '../../db/connection/open.ts'
import { insertInvoice } from '../../db/invoices/invoices.ts'
import { subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
import { insertSettlement, settlementById, updateSettlement } from '../../db/usage/settlements.ts'
import { claimedUsage, claimUsage, costOf, endClaim, openUsage, type UsageRow } from '../../db/usage/usage.ts'
import type { Deps } from '../../deps.ts'
import type { ChangeOutcome, DueInvoice, SubscriptionTerms } from '../../payments/port.ts'
import { usageTexts } from '../usage/line-texts.ts'

/** What is to be paid before anything changes: finalised invoices, and services used to date. */
export interface Outstanding {
  invoices: DueInvoice[]
  usage: UsageRow[]
  /** Services that come to less than a card can be charged: they wait for the next invoice. */
  waiting: UsageRow[]
}

/** Claims no more services: what was begun is charged as it was, or not at all. */
export const nothingMore = new Date(0)

type Payer = Pick<SubscriptionTerms, 'id' | 'customer' | 'currency'> & { ecosystem: string }

/** What a subscription owes, with the services that were recorded up to a moment. */
export const outstandingOf = async (
  deps: Deps,
  ecosystem: string,
  { providerId, currency }: { providerId: string; currency: Currency },
  until: Date,
): Promise<Outstanding> => {
  const [invoices, used] = await Promise.all([
    deps.payments.dueInvoices(providerId),
    openUsage(deps.db, ecosystem, { currency, until }),
  ])
  const usage = chargeableUsage(used, currency)
  return { invoices, usage, waiting: usage.length ? [] : used }
}

/** What of it a card is charged at once: all, or none where it comes to too little. */
export const chargeableUsage = (used: UsageRow[], currency: Currency): UsageRow[] =>
  costOf(used) < minimumCharge[currency] ? [] : used

/**
 * Pays what is outstanding at once with the saved card, never from the balance ("Cancelación de Servicios"). The same key
 * again goes on where the first try stopped, whatever happened to it. Declined: services are open again.
 */
export const collectOutstanding = async (
  deps: Deps,
  payer: Payer,
  what: { invoices: string[]; usageUntil: Date | null },
  key: string,
): Promise<ChangeOutcome> => {
  for (const invoice of what.invoices) {
    const outcome = await deps.payments.payInvoice(invoice, `${key}/${invoice}`)
    if (outcome.status !== 'paid') return outcome
  }
  return what.usageUntil ? settleUsage(deps, payer, what.usageUntil, key) : { status: 'paid' }
}

const settleUsage = async (deps: Deps, payer: Payer, until: Date, key: string): Promise<ChangeOutcome> => {
  const { db, clock } = deps
  const { ecosystem, customer, currency, id: subscription } = payer
  // Whoever gave it up died before they could say so: nothing is claimed for it again.
  if ((await settlementById(db, key))?.status === 'declined') return { status: 'declined' }
  const amount = await db.transaction(async (tx) => {
    await claimUsage(tx, ecosystem, key, { currency, until })
    const sum = costOf(await claimedUsage(tx, ecosystem, key))
    // Free of charge: there is nothing to pay.
    if (!sum) await endClaim(tx, ecosystem, key, 'settled')
    else
      await insertSettlement(tx, {
        id: key,
        ecosystem,
        amount: sum,
        currency,
        status: 'open',
        createdAt: clock.now(),
      })
    return sum
  })
  // Nothing open under this key: it was paid on an earlier try, or there was nothing to pay.
  if (!amount) return { status: 'paid' }
  const begun = (await settlementById(db, key))?.providerId
  const prepared = begun
    ? { id: begun }
    : await deps.payments.prepareCharge({
        customer,
        subscription,
        amount,
        currency,
        description: (await usageTexts(db, ecosystem)).all,
        metadata: { ecosystem, settlement: key },
        key: `${key}/services`,
      })
  if ('refused' in prepared) return { status: 'declined', reason: prepared.refused }
  const { id: charge } = prepared
  // Known before any money moves, so that it can be found again, or given up, whatever happens in between.
  await updateSettlement(db, key, { providerId: charge })
  const outcome = await deps.payments.confirmCharge(charge)
  if (outcome.status === 'paid')
    await db.transaction((tx) => record(deps, tx, payer, { key, charge, receiptUrl: outcome.receiptUrl }))
  return outcome
}

/**
 * Gives a settlement up: its charge can't be paid any more, and its services wait for their invoice again. False: it was
 * paid in the meantime, or its bank is at it.
 */
export const rollbackCollection = async (deps: Deps, ecosystem: string, key: string): Promise<boolean> => {
  const row = await settlementById(deps.db, key)
  if (row?.status === 'open' && row.providerId && !(await deps.payments.cancelCharge(row.providerId)))
    return false
  if (row?.status !== 'open') return true
  await deps.db.transaction(async (tx) => {
    await updateSettlement(tx, key, { status: 'declined' })
    await endClaim(tx, ecosystem, key, 'recorded')
    // The next payment counts them again.
    const subscription = await subscriptionOf(tx, ecosystem)
    if (subscription) await deps.jobs.send(tx, 'sync-subscription', { subscription: subscription.providerId })
  })
  deps.jobs.wake()
  return true
}

/** The charge has no invoice at the provider, since one would take the balance: what it was for stands among ours. */
const record = async (
  deps: Deps,
  tx: Db,
  { ecosystem, currency }: Payer,
  { key, charge, receiptUrl }: { key: string; charge: string; receiptUrl: string | null },
): Promise<void> => {
  const now = deps.clock.now()
  const used = await claimedUsage(tx, ecosystem, key)
  const texts = await usageTexts(tx, ecosystem)
  await updateSettlement(tx, key, { status: 'paid', paidAt: now })
  await insertInvoice(tx, {
    providerId: charge,
    ecosystem,
    number: null,
    status: 'paid',
    currency,
    total: costOf(used),
    amountPaid: costOf(used),
    balanceUsed: 0,
    lines: used.map((row) => ({ description: texts.line(row), amount: row.units * row.unit })),
    pdfUrl: receiptUrl,
    at: now,
    paidAt: now,
  })
  await endClaim(tx, ecosystem, key, 'settled')
}
