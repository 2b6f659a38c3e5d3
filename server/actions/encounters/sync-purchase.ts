import type { PurchaseStatus } from '#contract/encounters'
import type { Db } from '../../db/connection/open.ts'
import { movePurchase, type Purchase, purchaseById } from '../../db/encounters/purchases.ts'
import { subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'
import type { PurchaseState } from '../../payments/port.ts'
import { notify } from '../notifications/enqueue.ts'

/**
 * Reads a purchase's status from the provider and brings ours to the same state. May run any number of times.
 */
export const syncPurchase = async (deps: Deps, id: string): Promise<void> => {
  const purchase = await purchaseById(deps.db, id)
  if (!purchase?.providerId || purchase.status === 'paid' || purchase.status === 'delivered') return
  await recordPurchase(deps, id, await deps.payments.purchase(purchase.providerId))
}

/**
 * The transitions that each provider status may cause: an answer that is older than our state changes nothing.
 */
const moves: Record<PurchaseState['status'], { from: PurchaseStatus[]; to: PurchaseStatus }> = {
  open: { from: ['open'], to: 'open' },
  processing: { from: ['open'], to: 'pending' },
  expired: { from: ['open'], to: 'expired' },
  failed: { from: ['open', 'pending'], to: 'failed' },
  // From every unpaid status: what was paid is delivered.
  paid: { from: ['open', 'pending', 'failed', 'expired'], to: 'paid' },
}

/** Records the provider's status of a purchase. A paid one is queued for delivery in the same transaction. */
export const recordPurchase = async (deps: Deps, id: string, state: PurchaseState): Promise<void> => {
  const { from, to } = moves[state.status]
  await deps.db.transaction(async (tx) => {
    if (to !== 'paid') return movePurchase(tx, id, from, { status: to, failure: state.failure })
    const paid = { status: to, failure: null, paidAt: deps.clock.now() }
    if (!(await movePurchase(tx, id, from, paid))) return
    await deps.jobs.send(tx, 'enqueue-encounter-credit', { purchase: id })
    const purchase = (await purchaseById(tx, id))!
    const { ecosystem } = purchase
    await tellPurchase(deps, tx, purchase, paid.paidAt)
    // Its invoice is listed with the others even if the provider's message about it is lost.
    const subscription = await subscriptionOf(tx, ecosystem)
    if (subscription) await deps.jobs.send(tx, 'sync-subscription', { subscription: subscription.providerId })
  })
  deps.jobs.wake()
}

/** Sends its receipt. */
const tellPurchase = (deps: Deps, tx: Db, purchase: Purchase, paidAt: Date) => {
  const { id, ecosystem, quantity, unit, total, currency } = purchase
  const money = (amount: number) => ({ amount, currency })
  return notify(deps, tx, {
    ecosystem,
    kind: 'purchase-receipt',
    key: `purchase-receipt/${id}`,
    facts: {
      quantity,
      unit: money(unit),
      total: money(total),
      paidAt: paidAt.toISOString(),
      reference: id,
    },
  })
}
