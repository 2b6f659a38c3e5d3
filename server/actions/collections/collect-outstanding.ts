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

/** What must be paid before anything changes: finalised invoices, and services used to date. */
export interface Outstanding {
  invoices: DueInvoice[]
  usage: UsageRow[]
  /** Services that come to less than the card minimum: they wait for the next invoice. */
  waiting: UsageRow[]
}

/** Claims no further services: a charge that was begun keeps its lines, or is dropped. */
export const nothingMore = new Date(0)

type Payer = Pick<SubscriptionTerms, 'id' | 'customer' | 'currency'> & { ecosystem: string }

/** What a subscription owes, with the services recorded up to a moment. */
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

/**
 * The services that are charged to the card at once: all of them, or none when they come to less than the card
 * minimum.
 */
export const chargeableUsage = (used: UsageRow[], currency: Currency): UsageRow[] =>
  costOf(used) < minimumCharge[currency] ? [] : used

/**
 * Charges what is outstanding at once to the saved card, never to the balance ("Cancelación de Servicios"). The
 * same key resumes where the first try stopped, wherever that was. When it is declined, the services are open
 * again.
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
  // A process crashed after it began to cancel this charge: no services are claimed for it again.
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
  // Nothing is open under this key: an earlier try paid it, or there was nothing to pay.
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
  // Stored before any money moves, so that a later try can find or cancel the charge after a crash.
  await updateSettlement(db, key, { providerId: charge })
  const outcome = await deps.payments.confirmCharge(charge)
  if (outcome.status === 'paid')
    await db.transaction((tx) => record(deps, tx, payer, { key, charge, receiptUrl: outcome.receiptUrl }))
  return outcome
}

/**
 * Cancels a settlement: its charge can't be paid any more, and its services wait for their invoice again.
 * False: it was paid in the meantime, or its bank is still processing it.
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

/**
 * The charge has no invoice at the provider, because an invoice would use the balance: we keep a record of our
 * own with its lines.
 */
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
