import { includedSeats } from '../../billing/seats/included.ts'
import { planNameOf } from '../../db/catalogue/plan-names.ts'
import { offeredVersion } from '../../db/catalogue/snapshots.ts'
import type { Db } from '../../db/connection/open.ts'
import type { Subscription } from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'
import type { InvoiceState } from '../../payments/port.ts'
import { notify } from '../notifications/enqueue.ts'
import { arrangeReminder } from './remind-renewal.ts'

/** Older payments are not announced any more. */
const newsForMs = 3 * 24 * 60 * 60 * 1000

/**
 * Notifies an ecosystem's people of changes to their subscription, automatic or ordered: a paid renewal,
 * another number of seats. Also schedules the reminder of the next renewal. The caller holds the ecosystem's
 * lock.
 */
export const notifySubscriptionEvents = async (
  deps: Deps,
  tx: Db,
  before: Subscription | null,
  now: Subscription,
  invoices: InvoiceState[],
): Promise<void> => {
  const since = new Date(deps.clock.now().getTime() - newsForMs)
  for (const invoice of invoices)
    if (isPaidRenewal(invoice, since)) await tellOfPayment(deps, tx, now, invoice)
  await tellOfLicences(deps, tx, before, now)
  if (!renewsAsBefore(before, now)) await arrangeReminder(deps, tx, now)
}

const isPaidRenewal = ({ reason, status, paidAt, total }: InvoiceState, since: Date): boolean =>
  reason === 'subscription_cycle' && status === 'paid' && total > 0 && paidAt !== null && paidAt >= since

const tellOfPayment = async (
  deps: Deps,
  tx: Db,
  now: Subscription,
  { id, number, currency, total, amountPaid, balanceUsed, pdfUrl, paidAt }: InvoiceState,
): Promise<void> => {
  const money = (amount: number) => ({ amount, currency })
  await notify(deps, tx, {
    ecosystem: now.ecosystem,
    kind: 'renewal-receipt',
    key: `renewal-receipt/${id}`,
    facts: {
      plan: await planNameOf(tx, now.version),
      number,
      paidAt: paidAt!.toISOString(),
      amount: money(amountPaid),
      balanceUsed: money(balanceUsed),
      total: money(total),
      pdfUrl,
      nextPayment: nextPaymentOf(now),
    },
  })
}

/**
 * Sent when only the number of seats changed. With another plan or interval, the mail about the plan change
 * includes it.
 */
const tellOfLicences = async (
  deps: Deps,
  tx: Db,
  before: Subscription | null,
  now: Subscription,
): Promise<void> => {
  const isOrder =
    now.live &&
    before?.providerId === now.providerId &&
    before.version === now.version &&
    before.interval === now.interval &&
    before.licences !== now.licences
  if (!isOrder) return
  const included = includedSeats((await offeredVersion(tx, now.version))!) ?? 0
  await notify(deps, tx, {
    ecosystem: now.ecosystem,
    kind: 'licences-changed',
    // The same number may be ordered again later: each order is announced.
    key: `licences-changed/${now.providerId}/${now.syncedAt.toISOString()}/${now.licences}`,
    facts: {
      before: included + before.licences,
      after: included + now.licences,
      nextPayment: nextPaymentOf(now),
    },
  })
}

const renewsAsBefore = (before: Subscription | null, now: Subscription): boolean =>
  before?.providerId === now.providerId &&
  before.live === now.live &&
  before.providerStatus === now.providerStatus &&
  before.interval === now.interval &&
  +before.periodEnd === +now.periodEnd &&
  +(before.cancelAt ?? 0) === +(now.cancelAt ?? 0) &&
  (before.nextPayment === null) === (now.nextPayment === null)

/** The provider's next charge: its amount and date. */
export const nextPaymentOf = ({ nextPayment, currency }: Subscription) =>
  nextPayment && { at: nextPayment.date, amount: { amount: nextPayment.amount, currency } }
