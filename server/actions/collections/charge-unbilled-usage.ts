import type { Money } from '#contract/money'
import { BillingError } from '../../base/billing-error.ts'
import type { Ecosystem } from '../../db/ecosystems/ecosystems.ts'
import { declinedTries } from '../../db/usage/settlements.ts'
import { claimedUsage, costOf } from '../../db/usage/usage.ts'
import type { Deps } from '../../deps.ts'
import type { SubscriptionTerms } from '../../payments/port.ts'
import { assertExpectedTotal } from '../concurrency/assert-expected-total.ts'
import { collectOutstanding, nothingMore, outstandingOf, rollbackCollection } from './collect-outstanding.ts'

/** Longer than a client retries with the same key. */
const finishAfterMs = 60 * 60 * 1000

/**
 * Charges the services used to date before a customer leaves; the same `name` resumes an interrupted try. Open
 * invoices do not block leaving: the provider goes on collecting them. If the bank declines or asks for
 * confirmation, it is a `BillingError('outstanding-charges-declined')`, and nothing has changed.
 */
export const chargeUnbilledUsage = async (
  deps: Deps,
  ecosystem: Ecosystem,
  terms: SubscriptionTerms,
  { name, expectedTotal }: { name: string; expectedTotal?: Money | undefined },
): Promise<void> => {
  const { id } = ecosystem
  const key = `${name}/${await declinedTries(deps.db, id, name)}`
  const begun = await claimedUsage(deps.db, id, key)
  const now = deps.clock.now()
  const used = begun.length
    ? begun
    : (await outstandingOf(deps, id, { ...terms, providerId: terms.id }, now)).usage
  assertExpectedTotal({ amount: costOf(used), currency: terms.currency }, expectedTotal)
  if (!used.length) return
  const payer = { ecosystem: id, id: terms.id, customer: terms.customer, currency: terms.currency }
  const what = { invoices: [], usageUntil: begun.length ? nothingMore : now }
  // A client that was interrupted may never retry, and the claimed services would never be charged: this job
  // releases them.
  const later = new Date(now.getTime() + finishAfterMs)
  await deps.scheduler.at(deps.db, 'resume-collection', key, later, { ecosystem: id, settlement: key })
  const { status, reason } = await collectOutstanding(deps, payer, what, key)
  if (status === 'paid') return
  if (status === 'processing') throw new BillingError('request-in-progress')
  // The bank's question can't be shown here, so the charge is dropped. If it was paid at the last moment all
  // the same, the request continues.
  if (!(await rollbackCollection(deps, id, key)))
    return chargeUnbilledUsage(deps, ecosystem, terms, { name, expectedTotal })
  // An amount too small to charge does not block leaving: it waits for the last invoice.
  if (reason === 'amount-too-small') return
  throw new BillingError(
    reason === 'no-payment-method' ? 'no-payment-method' : 'outstanding-charges-declined',
    { amount: { amount: costOf(used), currency: terms.currency } },
  )
}
