import { minimumCharge } from '../billing/minimum-charge.ts'
import type { Db } from '../db/open.ts'
import { invoices, settlements } from '../db/tables/index.ts'
import {
  claimedUsage,
  claimUsage,
  costOf,
  endClaim,
  openUsage,
  serviceNames,
  type UsageRow,
} from '../db/usage.ts'
import type { Deps } from '../deps.ts'
import type { ChangeOutcome, DueInvoice, SubscriptionTerms } from '../payments/port.ts'
import { planChangeWords } from '../words/plan-change.ts'

/** What is to be paid before anything changes: finalised invoices, and services used to date. */
export interface Outstanding {
  invoices: DueInvoice[]
  usage: UsageRow[]
}

type Payer = Pick<SubscriptionTerms, 'id' | 'customer' | 'currency'> & { ecosystem: string }

/** Services that come to less than a card can be charged stay for the next invoice. */
export const outstandingOf = async (
  deps: Deps,
  ecosystem: string,
  terms: SubscriptionTerms,
  until: Date,
): Promise<Outstanding> => {
  const [due, used] = await Promise.all([
    deps.payments.dueInvoices(terms.id),
    openUsage(deps.db, ecosystem, until),
  ])
  return {
    // The invoice of a change that waits for its payment is no debt: the change may be given up.
    invoices: due.filter(({ id }) => id !== terms.waitingFor),
    usage: costOf(used) < minimumCharge[terms.currency] ? [] : used,
  }
}

/**
 * Pays what is outstanding at once with the saved card, never from the balance ("Cancelación de Servicios"). The same key
 * again goes on where the first try stopped, whatever happened to it. Declined: services are open again.
 */
export const settleOutstanding = async (
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
  const amount = await db.transaction(async (tx) => {
    await claimUsage(tx, ecosystem, key, until)
    const sum = costOf(await claimedUsage(tx, ecosystem, key))
    if (sum)
      await tx
        .insert(settlements)
        .values({ id: key, ecosystem, amount: sum, currency, status: 'open', createdAt: clock.now() })
        .onConflictDoNothing()
    return sum
  })
  // Nothing open under this key: it was paid on an earlier try, or there was nothing to pay.
  if (!amount) return { status: 'paid' }
  const metadata = { ecosystem, settlement: key }
  const description = 'Servicios usados a la fecha'
  const outcome = await deps.payments.chargeNow({
    customer,
    subscription,
    amount,
    currency,
    description,
    metadata,
    key: `${key}/services`,
  })
  if (outcome.status === 'paid') await db.transaction((tx) => record(deps, tx, payer, key, outcome))
  if (outcome.status === 'declined') await endClaim(db, ecosystem, key, 'recorded')
  return outcome
}

/** The charge has no invoice at the provider, since one would take the balance: what it was for stands among ours. */
const record = async (
  deps: Deps,
  tx: Db,
  { ecosystem, currency }: Payer,
  key: string,
  { charge, receiptUrl = null }: { charge: string | null; receiptUrl?: string | null },
): Promise<void> => {
  const now = deps.clock.now()
  const used = await claimedUsage(tx, ecosystem, key)
  const names = await serviceNames(tx, ecosystem)
  const paid = { status: 'paid' as const, providerId: charge, paidAt: now }
  await tx
    .insert(settlements)
    .values({ id: key, ecosystem, amount: costOf(used), currency, createdAt: now, ...paid })
    .onConflictDoUpdate({ target: settlements.id, set: paid })
  await tx
    .insert(invoices)
    .values({
      providerId: charge ?? key,
      ecosystem,
      number: null,
      status: 'paid',
      currency,
      total: costOf(used),
      amountPaid: costOf(used),
      balanceUsed: 0,
      lines: used.map(({ service, units, unit }) => ({
        description: planChangeWords['es-MX'].service(units, names.get(service)?.['es-MX'] ?? service),
        amount: units * unit,
      })),
      pdfUrl: receiptUrl,
      at: now,
      paidAt: now,
    })
    .onConflictDoNothing()
  await endClaim(tx, ecosystem, key, 'settled')
}
