import { BillingError } from '../../base/billing-error.ts'
import * as store from '../../db/checkouts/checkouts.ts'
import type { Deps } from '../../deps.ts'
import { syncCheckout } from './sync.ts'

type Row = Parameters<typeof store.insertCheckout>[1]

const patience = { tries: 200, everyMs: 50 }

/**
 * Stores a checkout as its buyer's only open one and closes the buyer's previous one, at the provider too. If
 * the previous one was paid in the meantime, it is a `BillingError('checkout-complete')`. The same request
 * again finds the stored checkout; another request with the same id is an `idempotency-key-reused`.
 */
export const reserveCheckout = async (deps: Deps, row: Row): Promise<store.CheckoutRow> => {
  for (let tries = 0; tries < patience.tries; tries++) {
    await store.insertCheckout(deps.db, row)
    const mine = await store.checkoutById(deps.db, row.id)
    if (mine && !isSame(mine, row)) throw new BillingError('idempotency-key-reused')
    if (mine?.status === 'open') return mine
    if (mine) throw new BillingError(mine.status === 'expired' ? 'request-in-progress' : 'checkout-complete')
    const { id, catalogue, buyer } = row
    const other = buyer ? await store.otherOpenCheckout(deps.db, { id, catalogue, buyer }) : null
    if (other) await close(deps, other)
  }
  throw new BillingError('request-in-progress')
}

/**
 * A key identifies one request. The version is not compared: it stays the one that was for sale at the first
 * request.
 */
const isSame = (mine: store.CheckoutRow, row: Row): boolean =>
  planOf(mine) === planOf(row) &&
  mine.interval === row.interval &&
  mine.currency === row.currency &&
  mine.licences === row.licences &&
  mine.buyer === row.buyer &&
  mine.email === row.email &&
  mine.company === row.company

const planOf = ({ version }: Pick<Row, 'version'>): string => version.slice(0, version.lastIndexOf('/'))

/**
 * A checkout whose page is still being opened is waited for: if two requests cancelled each other, the buyer
 * would have no page.
 */
const close = async (deps: Deps, other: store.CheckoutRow): Promise<void> => {
  if (!other.providerId) {
    const isOpening = other.openingUntil && other.openingUntil > deps.clock.now()
    if (!isOpening) await store.giveUpCheckout(deps.db, other.id)
    else await new Promise((resolve) => setTimeout(resolve, patience.everyMs))
    return
  }
  const { status } = await deps.payments.closeCheckout(other.providerId)
  if (status === 'expired') return store.moveCheckout(deps.db, other.id, 'open', 'expired')
  await syncCheckout(deps, other.id)
  throw new BillingError('checkout-complete')
}
