import type { EncounterOrder, EncounterPurchaseOpened } from '#contract/encounters'
import { BillingError } from '../../base/billing-error.ts'
import { idFor } from '../../base/id.ts'
import { canStillOpen } from '../../billing/checkouts/can-still-open.ts'
import { customerOf } from '../../db/ecosystems/customers.ts'
import { ecosystemById } from '../../db/ecosystems/ecosystems.ts'
import {
  insertPurchase,
  movePurchase,
  openPurchases,
  type Purchase,
  parameterName,
  purchaseById,
  setPurchaseSession,
} from '../../db/encounters/purchases.ts'
import type { Deps } from '../../deps.ts'
import type { PurchaseOrder } from '../../payments/port.ts'
import { assertExpectedTotal } from '../concurrency/assert-expected-total.ts'
import { withEcosystemLock } from '../concurrency/with-ecosystem-lock.ts'
import { priceEncounters } from './preview.ts'
import { recordPurchase } from './sync-purchase.ts'

const openForMs = 3 * 60 * 60 * 1000

/**
 * Opens a purchase of encounters on the customer's payment page at the price they were shown. Its id is derived
 * from the idempotency key, so that an interrupted try resumes where it stopped. An ecosystem has one open
 * purchase: the previous one is closed, so that two pages can't both be paid by accident.
 */
export const buyEncounters = (
  deps: Deps,
  ecosystem: string,
  order: EncounterOrder,
  key: string,
): Promise<EncounterPurchaseOpened> =>
  withEcosystemLock(deps, ecosystem, async () => {
    const id = idFor('pur', `${ecosystem}:${key}`)
    const begun = await purchaseById(deps.db, id)
    if (begun) refuseOther(begun, order, deps.clock.now())
    const purchase = begun ?? (await begin(deps, id, ecosystem, order))
    const session = await deps.payments.openPurchase(await orderOf(deps, purchase))
    if (!(await setPurchaseSession(deps.db, id, session.providerId))) {
      // This request took so long that its lock expired; its page must not stay open next to a newer one.
      await deps.payments.closePurchase(session.providerId)
      throw new BillingError('request-in-progress')
    }
    return {
      id,
      status: 'open',
      checkout: { id: session.providerId, clientSecret: session.clientSecret },
    }
  })

/** A key identifies one request, and a purchase that has ended is not opened again. */
const refuseOther = (begun: Purchase, { quantity, expectedTotal }: EncounterOrder, now: Date) => {
  const isSame =
    begun.quantity === quantity &&
    begun.total === expectedTotal.amount &&
    begun.currency === expectedTotal.currency
  if (!isSame) throw new BillingError('idempotency-key-reused')
  if (begun.status === 'open' && canStillOpen(begun, now)) return
  const isOver = begun.status === 'open' || begun.status === 'expired' || begun.status === 'failed'
  throw new BillingError(isOver ? 'purchase-expired' : 'checkout-complete')
}

const begin = async (deps: Deps, id: string, ecosystem: string, order: EncounterOrder): Promise<Purchase> => {
  const { unit, total, currency } = await priceEncounters(deps, ecosystem, order.quantity)
  assertExpectedTotal({ amount: total, currency }, order.expectedTotal)
  for (const other of await openPurchases(deps.db, ecosystem, id)) await close(deps, other)
  const now = deps.clock.now()
  return insertPurchase(deps.db, {
    id,
    ecosystem,
    parameter: 'encounters',
    quantity: order.quantity,
    unit,
    total,
    currency,
    status: 'open',
    createdAt: now,
    expiresAt: new Date(now.getTime() + openForMs),
  })
}

/** A purchase that turns out to be paid is kept as a purchase of its own. */
const close = async (deps: Deps, { id, providerId }: Purchase): Promise<void> => {
  if (providerId) await recordPurchase(deps, id, await deps.payments.closePurchase(providerId))
  else await movePurchase(deps.db, id, ['open'], { status: 'expired' })
}

/** The order for the provider, built from the stored row: a second try sends the same. */
const orderOf = async (deps: Deps, purchase: Purchase): Promise<PurchaseOrder> => {
  const { id, quantity, unit, currency, expiresAt } = purchase
  const ecosystem = (await ecosystemById(deps.db, purchase.ecosystem))!
  const customer = await customerOf(deps.db, ecosystem.id, currency)
  if (!customer) throw new Error(`Ecosystem ${ecosystem.id} has no customer in ${currency}.`)
  return {
    id,
    ecosystem: ecosystem.id,
    customer,
    name: (await parameterName(deps.db, ecosystem.catalogue, purchase.parameter))[ecosystem.locale],
    quantity,
    unit,
    currency,
    locale: ecosystem.locale,
    expiresAt,
  }
}
