import { BillingError } from '../billing-error.ts'
import * as store from '../db/checkouts.ts'
import type { Deps } from '../deps.ts'
import { syncCheckout } from './sync-checkout.ts'

const patience = { tries: 200, everyMs: 50 }

/**
 * Writes a checkout down as its buyer's only open one, closing what the same buyer had open before, at the
 * provider too. What got paid meanwhile is a `BillingError('checkout-complete')`. Asked again it finds what
 * it wrote.
 */
export const claimCheckout = async (
  deps: Deps,
  row: Parameters<typeof store.insertCheckout>[1],
): Promise<store.CheckoutRow> => {
  for (let tries = 0; tries < patience.tries; tries++) {
    await store.insertCheckout(deps.db, row)
    const mine = await store.checkoutById(deps.db, row.id)
    if (mine?.status === 'open') return mine
    if (mine) throw new BillingError(mine.status === 'expired' ? 'request-in-progress' : 'checkout-complete')
    const { id, catalogue, buyer } = row
    const other = buyer ? await store.otherOpenCheckout(deps.db, { id, catalogue, buyer }) : null
    if (other) await close(deps, other)
  }
  throw new BillingError('request-in-progress')
}

/** One whose page is still being opened is waited for: two that gave each other up would both end with nothing. */
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
